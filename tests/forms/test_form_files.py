"""Forms on the command line: the shipped ones, those of users, and files that must not be opened."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from filling import EXAMPLES, bytes_of, deck_of, document_of, lines_of, rows_of, sheet_of

from oc_strategy.cli.templates import form_folders
from oc_strategy.exporters.zipping import unzipped, zipped
from tests.cli.calling import Answer, call, project

NAMES = sorted(form_folders())
SINCE = ("--since", str(EXAMPLES / "qr-code"))
ITEM = {"agv": ("--focus", "localisation-item"), "qr-code": ("--focus", "iso-18004")}


def _filled(name: str, example: str, folder: Path, lang: str) -> Path:
    more = (*(SINCE if name == "follow-up" else ()), *(ITEM[example] if name == "work-item-plan" else ()))
    where = ("worksheet", EXAMPLES / example, "--form", name, "--as-of", "2026-11-23", "--audience", "internal")
    answer = call(*where, "--lang", lang, "-o", folder, "--quiet", *more)
    assert answer.status == 0, answer.err
    (made,) = [path for path in folder.iterdir() if f"-{name}-" in path.name and f".{lang}." in path.name]
    return made


def test_the_shipped_files_are_what_the_scripts_build() -> None:
    script = Path(__file__).parents[2] / "scripts" / "make_forms.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_shipped_form_is_listed_and_well() -> None:
    assert NAMES == [
        "before-after", "declaration-record", "follow-up", "programme-annex", "steering-deck", "work-item-plan",
    ]  # fmt: skip
    for lang in ("ja", "en"):
        listed = call("forms", lang=lang)
        assert listed.status == 0
        assert all(name in listed.out for name in NAMES)
    assert call("forms", "check").status == 0


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("example", ["qr-code", "agv"])
@pytest.mark.parametrize("name", NAMES)
def test_each_form_is_filled_the_same_each_time_and_nothing_is_left_open(
    name: str, example: str, lang: str, tmp_path: Path
) -> None:
    first, second = (_filled(name, example, tmp_path / folder, lang) for folder in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()
    said = b"".join(data for part, data in unzipped(first.read_bytes()).items() if part.endswith(".xml"))
    assert b"{{" not in said
    assert b"<f>" not in said
    title = {"qr-code": {"ja": "QRコード", "en": "QR Code"}, "agv": {"ja": "無人搬送車群", "en": "AGV fleets"}}
    assert title[example][lang].encode() in said


def test_the_deck_has_ten_slides(tmp_path: Path) -> None:
    for example in ("qr-code", "agv"):
        parts = unzipped(_filled("steering-deck", example, tmp_path / example, "ja").read_bytes())
        assert sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", part)) for part in parts) == 10


def _with(template: bytes, folder: Path, suffix: str = ".xlsx", *more: object) -> Answer:
    form = folder / f"form{suffix}"
    form.write_bytes(template)
    where = project(folder / "demo", "purpose: P\n")
    answer = call("worksheet", where, "--form", form, "-o", folder / "out", "--lang", "en", *more)
    assert form.read_bytes() == template
    return answer


def test_a_file_of_ones_own_is_filled_and_never_written_to(tmp_path: Path) -> None:
    template = bytes_of(sheet_of([["{{project.title}}"]]))
    assert _with(template, tmp_path).status == 0
    assert rows_of((tmp_path / "out" / "demo-form-internal.en.xlsx").read_bytes()) == [["Sample"]]
    form = tmp_path / "form.xlsx"
    onto = call("worksheet", tmp_path / "demo", "--form", form, "-o", form, "--force", "--lang", "en")
    assert onto.status == 2
    assert (tmp_path / "form.xlsx").read_bytes() == template


def test_a_folder_of_ones_own_says_for_whom_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "our-form"
    folder.mkdir()
    (folder / "f.docx").write_bytes(bytes_of(document_of("{{project.title}}|{{project.purpose}}")))
    (folder / "form.yaml").write_text("title: T\npurpose: P\naudience: public\nfiles: {en: f.docx}\n", encoding="utf-8")
    where = project(tmp_path / "demo", "confidentiality: public\npurpose: {en: x, confidentiality: internal}\n")
    assert call("worksheet", where, "--form", folder, "-o", tmp_path / "out").status == 0
    made = (tmp_path / "out" / "demo-our-form-public.en.docx").read_bytes()
    assert lines_of(made) == ["Sample|Not given here"]


def test_a_folder_cannot_name_a_file_elsewhere_and_its_mistakes_are_placed(tmp_path: Path) -> None:
    (tmp_path / "form.yaml").write_text("title: T\npurpose: P\naudience: public\nfiles: {en: ../f.docx}\n")
    assert "outside its own folder" in call("forms", "check", tmp_path).err
    (tmp_path / "form.yaml").write_text("title: T\npurpos: P\naudience: publik\nfiles: {en: f.docx}\n")
    err = call("forms", "check", tmp_path).err
    assert "form.yaml:2:1" in err
    assert "form.yaml:3:11" in err


def test_a_form_with_mistakes_is_not_filled(tmp_path: Path) -> None:
    answer = _with(bytes_of(sheet_of([["{{project.titel}}", "{{nothing}}"]])), tmp_path)
    assert answer.status == 2
    assert "cell A1" in answer.err
    assert "cell B1" in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--form", "nothing"), "there is no form nothing"),
        (("--form", "follow-up"), "--since"),
        (("--form", "work-item-plan"), "--focus"),
        (("--form", "before-after", "-o", "x.docx"), "does not fit"),
        (("--form", "before-after", "-o", "x.xlsx", "--lang", "both"), "--lang"),
        (("--focus", "x"), "--form"),
    ],
)
def test_misuse_is_said_in_a_line(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    answer = call("worksheet", project(tmp_path / "demo"), *arguments, folder=tmp_path)
    assert answer.status == 2
    assert said in answer.err
    assert "Traceback" not in answer.err


def _part(name: str, data: bytes) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.update({name: data})


def _said(part: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)

    return change


_LINK = (
    b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" '
    b'Target="https://example.org/x" TargetMode="External"/></Relationships>'
)
_FIELD = b'<w:p><w:fldSimple w:instr="INCLUDETEXT &quot;x&quot;"/></w:p></w:body>'
_SPLIT = b"<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO x</w:instrText></w:r></w:p></w:body>"
HOSTILE = [
    (".xlsx", _part("xl/vbaProject.bin", b"x"), "macros"),
    (".docx", _part("word/embeddings/oleObject1.bin", b"x"), "embedded"),
    (".pptx", _part("ppt/activeX/activeX1.xml", b"<x/>"), "embedded"),
    (".xlsx", _part("xl/externalLinks/externalLink1.xml", b"<x/>"), "links"),
    (".docx", _said("word/_rels/document.xml.rels", b"</Relationships>", _LINK % b"attachedTemplate"), "outside"),
    (".pptx", _said("ppt/_rels/presentation.xml.rels", b"</Relationships>", _LINK % b"image"), "outside"),
    (".docx", _said("word/document.xml", b"</w:body>", _FIELD), "field"),
    (".docx", _said("word/document.xml", b"</w:body>", _SPLIT), "field"),
    (".xlsx", _said("xl/workbook.xml", b"<workbook", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook'), "defines names"),
    (".xlsx", _part("xl/bomb.xml", b"0" * 30_000_000), "grows"),
    (".docx", _said("[Content_Types].xml", b"document.main", b"template.main"), "suffix"),
    (".xlsx", _said("xl/worksheets/sheet1.xml", b'r="1"', b'r="1048576"'), "too far"),
    (".xlsx", _part("../evil.xml", b"<x/>"), "name"),
]


@pytest.mark.parametrize(("suffix", "spoil", "said"), HOSTILE)
def test_a_hostile_template_is_refused_with_the_reason(
    suffix: str, spoil: Callable[[dict[str, bytes]], None], said: str, tmp_path: Path
) -> None:
    made = {".xlsx": sheet_of([["{{project.title}}"]]), ".docx": document_of("x"), ".pptx": deck_of("x")}[suffix]
    parts = unzipped(bytes_of(made))
    spoil(parts)
    answer = _with(zipped(parts), tmp_path, suffix)
    assert answer.status == 2
    assert said in answer.err
    assert "Traceback" not in answer.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".pptx"])
def test_a_damaged_template_ends_in_a_line_or_is_filled(suffix: str, tmp_path: Path) -> None:
    made = {
        ".xlsx": sheet_of([["{{patents.title}}"]]),
        ".docx": document_of("{{project.title}}"),
        ".pptx": deck_of("x"),
    }
    whole = unzipped(bytes_of(made[suffix]))
    chance = random.Random(7)
    for number in range(25):
        parts = dict(whole)
        name = chance.choice(sorted(parts))
        data = bytearray(parts[name])
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(1, 12)] = bytes(chance.randrange(256) for _ in range(chance.randint(0, 8)))
        parts[name] = bytes(data)
        folder = tmp_path / str(number)
        folder.mkdir()
        answer = _with(zipped(parts), folder, suffix)
        assert answer.status in {0, 2}
        assert "Traceback" not in answer.err
        assert "internal error" not in answer.err, answer.err


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    for data in (b"", b"PK\x03\x04 no", b"\xd0\xcf\x11\xe0 old", b"plain"):
        assert _with(data, tmp_path).status == 2


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".pptx"])
def test_a_template_that_libreoffice_saved_again_still_fills(suffix: str, tmp_path: Path) -> None:
    made = {
        ".xlsx": sheet_of([["{{project.title}}"], ["{{indicators.title}}", "{{indicators.target}}"], ["end"]]),
        ".docx": document_of("{{project.title}}", table=[["{{indicators.title}}"], ["end"]]),
        ".pptx": deck_of("{{project.title}}", table=[["head"], ["{{indicators.title}}"]]),
    }[suffix]
    (tmp_path / f"form{suffix}").write_bytes(bytes_of(made))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    done = [*command, suffix[1:], "--outdir", str(tmp_path / "again"), str(tmp_path / f"form{suffix}")]
    subprocess.run(done, check=True, capture_output=True, timeout=120)
    where = project(tmp_path / "demo", "indicators: {k: {title: Share, target: 3}, l: {title: Sales}}\n")
    again = tmp_path / "again" / f"form{suffix}"
    answer = call("worksheet", where, "--form", again, "-o", tmp_path / "out", "--lang", "en")
    assert answer.status == 0, answer.err
    with zipfile.ZipFile(tmp_path / "out" / f"demo-form-internal.en{suffix}") as archive:
        said = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".xml"))
    assert b"{{" not in said
    assert all(word in said for word in (b"Sample", b"Share", b"Sales"))
    if suffix == ".xlsx":
        data = BytesIO((tmp_path / "out" / "demo-form-internal.en.xlsx").read_bytes()).getvalue()
        assert [row[0] for row in rows_of(data)] == ["Sample", "Share", "Sales", "end"]


def test_without_the_extra_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from oc_strategy.exporters.forms import filling

    filling._module.cache_clear()
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "oc_strategy.exporters.forms.prose.document", raising=False)
    answer = _with(bytes_of(document_of("x")), tmp_path, ".docx")
    assert answer.status == 2
    assert "pip install oc-strategy[forms]" in answer.err
