"""Write the example input files into a folder: `python -m app.demo docs/examples`."""

import sys
from pathlib import Path

from app.demo.examples import example_files
from questionnaires import load_current

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name, text in example_files(load_current()).items():
    (folder / name).write_text(text, encoding="utf-8", newline="\n")
