"""Content as data, and the few files that guard it: the front door.

`load_edition` and `load_current` give an edition that passed every check; `check_all` says everything that is wrong.
"""

from questionnaires.comparability import Comparability, Remark, Subject, Subjects
from questionnaires.duration import ReadingTime, reading_time
from questionnaires.edition import Edition
from questionnaires.golden import GoldenCase
from questionnaires.library import (
    available_editions,
    check_all,
    check_edition,
    check_translations,
    load_current,
    load_edition,
    load_golden_cases,
    with_translations_from,
)
from questionnaires.problems import ContentError, Problem
from questionnaires.publishing import publish, start_edition
from questionnaires.schema import (
    KNOWN_FIRST,
    Barrier,
    ContextItem,
    DevelopmentTask,
    DimensionFile,
    FeatureContent,
    IndicatorContent,
    InvitationWords,
    Item,
    LearningOrder,
    Mirror,
    Model,
    Page,
    PracticeExample,
    Recommendation,
    Role,
    Suggestion,
    Theme,
    WindowFile,
    WindowId,
)
from questionnaires.translation import DUTCH, Translation

__all__ = [
    "DUTCH",
    "KNOWN_FIRST",
    "Barrier",
    "Comparability",
    "ContentError",
    "ContextItem",
    "DevelopmentTask",
    "DimensionFile",
    "Edition",
    "FeatureContent",
    "GoldenCase",
    "IndicatorContent",
    "InvitationWords",
    "Item",
    "LearningOrder",
    "Mirror",
    "Model",
    "Page",
    "PracticeExample",
    "Problem",
    "ReadingTime",
    "Recommendation",
    "Remark",
    "Role",
    "Subject",
    "Subjects",
    "Suggestion",
    "Theme",
    "Translation",
    "WindowFile",
    "WindowId",
    "available_editions",
    "check_all",
    "check_edition",
    "check_translations",
    "load_current",
    "load_edition",
    "load_golden_cases",
    "publish",
    "reading_time",
    "start_edition",
    "with_translations_from",
]
