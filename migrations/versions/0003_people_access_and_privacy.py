"""People with roles, ways to sign in, links for one person, moderated comments, a log, and what has to be erased."""

import secrets
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEPT = "ck_scan_answers_are_kept_for_two_years_at_most"
RESIDENTS = "ck_scan_window_residents_are_protected"
PROTECTED = "NOT (\"window\" = 'inwoner' AND (minimum < 5 OR mode <> 'individual'{more}))"
TWO_YEARS = "2 years"

ON_SQLITE = (
    (
        "CREATE TRIGGER audit_entry_never_changes BEFORE UPDATE ON audit_entry "
        "BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END"
    ),
    (
        "CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry "
        f"WHEN OLD.at > datetime('now', '-{TWO_YEARS}') BEGIN SELECT RAISE(ABORT, 'the log is kept for two years'); END"
    ),
)
ON_POSTGRESQL = (
    (
        "CREATE FUNCTION refuse_change_of_log() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the log is never changed, and kept for two years'; END $$"
    ),
    (
        "CREATE TRIGGER audit_entry_never_changes BEFORE UPDATE ON audit_entry "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change_of_log()"
    ),
    (
        "CREATE TRIGGER audit_entry_is_kept BEFORE DELETE ON audit_entry FOR EACH ROW "
        f"WHEN (OLD.at > now() - interval '{TWO_YEARS}') EXECUTE FUNCTION refuse_change_of_log()"
    ),
    (
        "CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON audit_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_log()"
    ),
)


def upgrade() -> None:
    _change_accounts()
    _create_tables_of_people()
    _create_tables_of_invitees()
    _create_log()
    _change_comments()
    _change_scans()
    op.create_table(
        "erasure",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
    )
    unfreed = sa.text("SELECT count(*) FROM measurement WHERE NOT space_is_freed")
    if op.get_bind().execute(unfreed).scalar_one():
        _insert("erasure", id=secrets.token_hex(16), made_on=date.today())  # noqa: DTZ011 - the day only has to be near
    with op.batch_alter_table("measurement") as measurement:
        measurement.drop_column("space_is_freed")


def _change_accounts() -> None:
    """Who had a key keeps it, with a role; the local coördinator goes, because people sign in from now on."""
    op.create_table(
        "role_grant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.String(32), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("municipality_code", sa.String(6), nullable=True),
        sa.Column("collaboration_id", sa.Integer(), nullable=True),
        sa.Column("scan_id", sa.String(100), nullable=True),
        sa.Column("granted_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "role IN ('beheerder', 'coordinator', 'meelezer', 'adviseur', 'moderator')",
            name=op.f("ck_role_grant_role_is_known"),
        ),
        sa.CheckConstraint(
            "municipality_code IS NULL OR role IN ('coordinator', 'meelezer')",
            name=op.f("ck_role_grant_municipality_fits_the_role"),
        ),
        sa.CheckConstraint(
            "municipality_code IS NOT NULL OR role <> 'meelezer'",
            name=op.f("ck_role_grant_meelezer_has_a_municipality"),
        ),
        sa.CheckConstraint(
            "(collaboration_id IS NOT NULL) = (role = 'adviseur')",
            name=op.f("ck_role_grant_adviseur_has_a_collaboration"),
        ),
        sa.CheckConstraint(
            "(scan_id IS NOT NULL) = (role = 'moderator')", name=op.f("ck_role_grant_moderator_has_a_scan")
        ),
        *_account("role_grant"),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_role_grant_municipality_code_municipality")
        ),
        sa.ForeignKeyConstraint(
            ["collaboration_id"],
            ["collaboration.id"],
            name=op.f("fk_role_grant_collaboration_id_collaboration"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name=op.f("fk_role_grant_scan_id_scan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_grant")),
        sa.UniqueConstraint("account_id", "role", "municipality_code", name="uq_role_grant_municipality"),
        sa.UniqueConstraint("account_id", "role", "collaboration_id", name="uq_role_grant_collaboration"),
        sa.UniqueConstraint("account_id", "role", "scan_id", name="uq_role_grant_scan"),
    )
    for column in ("account_id", "municipality_code", "collaboration_id", "scan_id"):
        op.create_index(op.f(f"ix_role_grant_{column}"), "role_grant", [column])
    op.execute("DELETE FROM access_token WHERE account_id IN (SELECT id FROM account WHERE is_local)")
    op.execute("DELETE FROM account WHERE is_local")
    op.execute(
        "INSERT INTO role_grant (account_id, role, municipality_code, granted_on) "
        "SELECT id, 'coordinator', municipality_code, CURRENT_DATE FROM account"
    )
    with op.batch_alter_table("account") as account:
        account.drop_constraint(op.f("fk_account_municipality_code_municipality"), type_="foreignkey")
        account.drop_column("municipality_code")
        account.drop_column("is_local")
        account.add_column(sa.Column("kind", sa.String(10), nullable=False, server_default="program"))
        account.add_column(sa.Column("email", sa.String(254), nullable=True))
        account.add_column(sa.Column("password_hash", sa.String(200), nullable=True))
        account.add_column(sa.Column("totp_secret", sa.String(300), nullable=True))
        account.add_column(sa.Column("totp_step", sa.Integer(), nullable=False, server_default="0"))
        account.add_column(sa.Column("openid", sa.String(600), nullable=True))
        account.add_column(sa.Column("is_example", sa.Boolean(), nullable=False, server_default=sa.false()))
        account.add_column(sa.Column("made_on", sa.Date(), nullable=False, server_default="2026-11-29"))
        account.add_column(sa.Column("signed_in_at", sa.DateTime(timezone=True), nullable=True))
        account.add_column(sa.Column("signed_in_before_at", sa.DateTime(timezone=True), nullable=True))
        account.create_check_constraint(op.f("ck_account_kind_is_known"), "kind IN ('person', 'program')")
        account.create_check_constraint(
            op.f("ck_account_a_person_has_an_address"), "(kind = 'person') = (email IS NOT NULL)"
        )
        account.create_unique_constraint(op.f("uq_account_email"), ["email"])
        account.create_unique_constraint(op.f("uq_account_openid"), ["openid"])
    _without_defaults("account", "kind", "totp_step", "is_example", "made_on")


def _create_tables_of_people() -> None:
    op.create_table(
        "sign_in",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("account_id", sa.String(32), nullable=False),
        sa.Column("stage", sa.String(10), nullable=False),
        sa.Column("way", sa.String(20), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("stage IN ('code', 'set_up', 'done')", name=op.f("ck_sign_in_stage_is_known")),
        *_account("sign_in"),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sign_in")),
    )
    op.create_table(
        "one_time_link",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("account_id", sa.String(32), nullable=False),
        sa.Column("purpose", sa.String(10), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "purpose IN ('welcome', 'sign_in', 'password')", name=op.f("ck_one_time_link_purpose_is_known")
        ),
        *_account("one_time_link"),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_one_time_link")),
    )
    for table in ("sign_in", "one_time_link"):
        op.create_index(op.f(f"ix_{table}_account_id"), table, ["account_id"])
        op.create_index(op.f(f"ix_{table}_ends_at"), table, ["ends_at"])
    op.create_table(
        "recovery_code",
        sa.Column("account_id", sa.String(32), nullable=False),
        sa.Column("code_hash", sa.String(64), nullable=False),
        *_account("recovery_code"),
        sa.PrimaryKeyConstraint("account_id", "code_hash", name=op.f("pk_recovery_code")),
    )
    op.create_table(
        "message",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("address", sa.String(254), nullable=False),
        sa.Column("subject", sa.String(300), nullable=False),
        sa.Column("body", sa.String(5000), nullable=False),
        sa.Column("scan_id", sa.String(100), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('account', 'invitation', 'notice')", name=op.f("ck_message_kind_is_known")),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name=op.f("fk_message_scan_id_scan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_message_scan_id"), "message", ["scan_id"])


def _create_tables_of_invitees() -> None:
    op.create_table(
        "invitee",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("scan_id", sa.String(100), nullable=False),
        sa.Column("window", sa.String(20), nullable=False),
        sa.Column("address", sa.String(254), nullable=False),
        sa.Column("code_mac", sa.String(64), nullable=False),
        sa.Column("sealed_code", sa.String(300), nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.Column("is_done", sa.Boolean(), nullable=False),
        _window("invitee"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitee")),
        sa.UniqueConstraint("code_mac", name=op.f("uq_invitee_code_mac")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_invitee_scan_id"), "invitee", ["scan_id"])
    op.create_table(
        "sent_mark",
        sa.Column("scan_id", sa.String(100), nullable=False),
        sa.Column("window", sa.String(20), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        _window("sent_mark"),
        sa.PrimaryKeyConstraint("scan_id", "window", "mark", name=op.f("pk_sent_mark")),
        sqlite_with_rowid=False,
    )


def _create_log() -> None:
    op.create_table(
        "audit_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("account_id", sa.String(32), nullable=True),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("act", sa.String(40), nullable=False),
        sa.Column("about", sa.String(500), nullable=False),
        sa.Column("municipality_code", sa.String(6), nullable=True),
        sa.Column("scan_id", sa.String(100), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
    )
    op.create_index("ix_audit_entry_of_municipality", "audit_entry", ["municipality_code", "id"])
    op.create_index("ix_audit_entry_of_account", "audit_entry", ["account_id", "act", "scan_id"])
    for statement in ON_SQLITE if _is_sqlite() else ON_POSTGRESQL:
        op.execute(statement)


def _change_comments() -> None:
    state = "state IN ('waiting', 'released', 'withheld')"
    text = "(state = 'released') = (released_text IS NOT NULL)"
    apart = {"sqlite_with_rowid": False}
    with op.batch_alter_table("comment", table_kwargs=apart) as comment:
        comment.add_column(sa.Column("state", sa.String(10), nullable=False, server_default="waiting"))
        comment.add_column(sa.Column("released_text", sa.String(2000), nullable=True))
        comment.create_check_constraint(op.f("ck_comment_state_is_known"), state)
        comment.create_check_constraint(op.f("ck_comment_released_has_a_text"), text)
    _without_defaults("comment", "state", **apart)


def _change_scans() -> None:
    with op.batch_alter_table("scan") as scan:
        scan.add_column(sa.Column("keep_months", sa.Integer(), nullable=False, server_default="12"))
        scan.add_column(sa.Column("answers_deleted_on", sa.Date(), nullable=True))
        scan.create_check_constraint(op.f(KEPT), "keep_months BETWEEN 1 AND 24")
    _without_defaults("scan", "keep_months")
    with op.batch_alter_table("scan_window") as window:
        window.drop_constraint(op.f(RESIDENTS), type_="check")
        window.add_column(sa.Column("entry", sa.String(10), nullable=False, server_default="open"))
        window.add_column(sa.Column("is_announced", sa.Boolean(), nullable=False, server_default=sa.false()))
        window.create_check_constraint(op.f("ck_scan_window_entry_is_known"), "entry IN ('open', 'personal')")
        window.create_check_constraint(op.f(RESIDENTS), PROTECTED.format(more=" OR entry <> 'open'"))
    _without_defaults("scan_window", "entry", "is_announced")


def downgrade() -> None:
    """Take it all back; what only this version knows is lost, and people with a role have no account any more."""
    with op.batch_alter_table("scan_window") as window:
        window.drop_constraint(op.f(RESIDENTS), type_="check")
        window.drop_constraint(op.f("ck_scan_window_entry_is_known"), type_="check")
        window.drop_column("entry")
        window.drop_column("is_announced")
        window.create_check_constraint(op.f(RESIDENTS), PROTECTED.format(more=""))
    with op.batch_alter_table("scan") as scan:
        scan.drop_constraint(op.f(KEPT), type_="check")
        scan.drop_column("keep_months")
        scan.drop_column("answers_deleted_on")
    with op.batch_alter_table("comment", table_kwargs={"sqlite_with_rowid": False}) as comment:
        comment.drop_constraint(op.f("ck_comment_state_is_known"), type_="check")
        comment.drop_constraint(op.f("ck_comment_released_has_a_text"), type_="check")
        comment.drop_column("state")
        comment.drop_column("released_text")
    with op.batch_alter_table("measurement") as measurement:
        measurement.add_column(sa.Column("space_is_freed", sa.Boolean(), nullable=False, server_default=sa.false()))
    _without_defaults("measurement", "space_is_freed")
    for table in ("erasure", "audit_entry", "sent_mark", "invitee", "message"):
        op.drop_table(table)
    if not _is_sqlite():
        op.execute("DROP FUNCTION refuse_change_of_log()")
    for table in ("recovery_code", "one_time_link", "sign_in"):
        op.drop_table(table)
    _take_back_accounts()


def _take_back_accounts() -> None:
    op.execute("DELETE FROM account WHERE kind = 'person'")
    with op.batch_alter_table("account") as account:
        account.drop_constraint(op.f("ck_account_kind_is_known"), type_="check")
        account.drop_constraint(op.f("ck_account_a_person_has_an_address"), type_="check")
        account.drop_constraint(op.f("uq_account_email"), type_="unique")
        account.drop_constraint(op.f("uq_account_openid"), type_="unique")
        for column in (
            "kind", "email", "password_hash", "totp_secret", "totp_step", "openid", "is_example", "made_on",
            "signed_in_at", "signed_in_before_at",
        ):  # fmt: skip
            account.drop_column(column)
        account.add_column(sa.Column("municipality_code", sa.String(6), nullable=True))
        account.add_column(sa.Column("is_local", sa.Boolean(), nullable=False, server_default=sa.false()))
        account.create_foreign_key(
            op.f("fk_account_municipality_code_municipality"), "municipality", ["municipality_code"], ["code"]
        )
    _without_defaults("account", "is_local")
    op.execute(
        "UPDATE account SET municipality_code = (SELECT municipality_code FROM role_grant "
        "WHERE role_grant.account_id = account.id AND role = 'coordinator' LIMIT 1)"
    )
    op.drop_table("role_grant")


def _account(table: str) -> tuple[sa.ForeignKeyConstraint]:
    name = op.f(f"fk_{table}_account_id_account")
    return (sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=name, ondelete="CASCADE"),)


def _window(table: str) -> sa.ForeignKeyConstraint:
    places = ["scan_window.scan_id", "scan_window.window"]
    name = op.f(f"fk_{table}_scan_id_scan_window")
    return sa.ForeignKeyConstraint(["scan_id", "window"], places, name=name, ondelete="CASCADE")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _without_defaults(table: str, *columns: str, **options: bool) -> None:
    """Old rows got a value; new ones must always say it."""
    with op.batch_alter_table(table, table_kwargs=options) as altered:
        for column in columns:
            altered.alter_column(column, server_default=None)


def _insert(table: str, **values: object) -> None:
    columns = [sa.Column(name) for name in values]
    op.get_bind().execute(sa.table(table, *columns).insert().values(values))
