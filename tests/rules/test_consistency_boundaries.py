"""Identifiers one sign away from right ones, and the real ones of the samples."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from asking import ask

from oc_strategy.model.identifiers import is_corporate_number, is_lei, is_ror

DATA = Path(__file__).parents[2].parent / "shared" / "data"


def named(section: str, fields: str) -> list[str]:
    found = ask("identifier-malformed", f"id: demo\n{section}: {{n: {{{fields}}}}}")
    return [d.severity for d in found]


def member(fields: str) -> list[str]:
    return named("patents", f"members: [{{{fields}}}]")


@pytest.mark.parametrize(
    ("designation", "expected"),
    [
        ("JIS X 0510", []), ("JIS X 0510:2018", []), ("JISX0510", ["error"]), ("JIS X0510", ["error"]),
        ("ISO/IEC 18004:2024", []), ("ISO18004", []), ("ISO  18004", ["error"]), ("ISO 11898_1", ["error"]),
        ("ISO/AWI 23412", []), ("IWA 14-1:2013", []), ("ETSI EN 300 328", []), ("EN 300 328", []),
        ("EN ISO 3691-4:2020", []), ("EN ISO3691", ["warning"]), ("IEEE 802.11-2020", []),
        ("IEEE eight-o-two", ["warning"]), ("RFC 9110", []), ("RFC-9110", ["error"]),
        ("ITU-T H.264", []), ("ITU-T H264", ["question"]), ("3GPP TS 38.331", []), ("3GPP 38.331", ["question"]),
        ("JEIDA-55", []), ("AIM International ISS - QR Code", []),
    ],
)  # fmt: skip
def test_a_designation_is_judged_by_the_body_it_names(designation: str, expected: list[str]) -> None:
    assert named("standards", f'designation: "{designation}"') == expected


@pytest.mark.parametrize(("body", "expected"), [("iso", ["error"]), ("jis", ["error"]), ("ieee", ["warning"]),
                                                ("jeita", [])])  # fmt: skip
def test_a_bare_number_is_judged_by_its_body(body: str, expected: list[str]) -> None:
    assert named("standards", f'designation: "no. 18004", body: {body}') == expected


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("G06K7/10", []), ("G06K 7/10", []), ("G06K", []), ("G06", []), ("G", []), ("H04L2209/12", []),
        ("Y02E60/10", []), ("G6K7/10", ["error"]), ("G00K7/10", ["error"]), ("I06K7/10", ["error"]),
        ("G06K7-10", ["error"]), ("Y2E60/10", ["question"]),
    ],
)  # fmt: skip
def test_a_class_has_the_shape_of_ipc_or_cpc(symbol: str, expected: list[str]) -> None:
    assert named("outputs", f"classes: [{symbol}]") == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("office: JP, publication: JP2938338", []),
        ("office: JP, publication: 特許第2938338号", []),
        ("office: JP, publication: JPH07254037A", []),
        ("office: US, application: 08/403548", []),
        ("office: US, publication: RE43123", []),
        ("office: US, application: PCT/EP2012/058000", []),
        ("office: CN, publication: ZL201110123456.7", []),
        ("office: US, publication: EP2521319B1", ["error"]),
        ("office: US, publication: us5726435", ["error"]),
        ("office: US, publication: pending", ["error"]),
        ("office: US, publication: WO2012150246, route: pct", []),
        ("office: US, publication: WO2012150246", ["error"]),
        ("office: DE, publication: EP2521319, route: epc", []),
        ("office: EP, publication: EP2521319B1, kind: B1", []),
        ("office: EP, publication: EP2521319A1, kind: B1", ["error"]),
        ("office: EP, application: EP11164445.9", []),
        ("office: EP, kind: B1", []),
        ("office: EP, kind: granted", ["error"]),
    ],
)
def test_a_number_of_a_document_belongs_to_its_office(fields: str, expected: list[str]) -> None:
    assert member(fields) == expected


LEI, ROR, CORPORATE = "5493006MHB84DD0ZWV18", "03yrm5c26", "7000012050002"


def test_right_identifiers_of_parties_are_silent() -> None:
    assert named("organizations", f'lei: {LEI}, ror: "{ROR}", corporate_number: "{CORPORATE}"') == []
    assert named("organizations", f"ror: https://ror.org/{ROR}") == []


@pytest.mark.parametrize("place", range(13))
def test_one_wrong_digit_of_a_corporate_number_is_found(place: int) -> None:
    wrong = [CORPORATE[:place] + d + CORPORATE[place + 1 :] for d in "0123456789" if d != CORPORATE[place]]
    # The weights 1 and 2 work modulo 9, so 0 and 9 cannot be told apart.
    missed = [number for number in wrong if is_corporate_number(number)]
    assert all({number[place], CORPORATE[place]} == {"0", "9"} for number in missed)


@pytest.mark.parametrize("place", range(20))
def test_one_wrong_sign_of_an_lei_is_found(place: int) -> None:
    # Between a digit and a letter the length of the number changes, and the check digits may miss it.
    signs = "0123456789" if LEI[place].isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    wrong = [LEI[:place] + sign + LEI[place + 1 :] for sign in signs if sign != LEI[place]]
    assert not any(is_lei(number) for number in wrong)


@pytest.mark.parametrize("place", range(1, 9))
def test_one_wrong_sign_of_a_ror_id_is_found(place: int) -> None:
    signs = "0123456789abcdefghjkmnpqrstvwxyz"
    wrong = [ROR[:place] + sign + ROR[place + 1 :] for sign in signs if sign != ROR[place]]
    assert not any(is_ror(number) for number in wrong)


@pytest.mark.parametrize("wrong", ["", "5493006mhb84dd0zwv18", f" {LEI}", LEI + "0", "0" * 20])
def test_what_only_looks_like_an_lei_is_none(wrong: str) -> None:
    assert not is_lei(wrong)


@pytest.mark.parametrize(
    ("section", "fields", "expected"),
    [
        ("markets", "countries: [JP, world]", []), ("markets", "countries: [JP, EP]", ["warning"]),
        ("products", "made_in: EU", ["warning"]), ("organizations", "country: WO", ["warning"]),
        ("organizations", "country: ZZ", []), ("outputs", "completed_in: IB", ["question"]),
        ("regulations", "country: EU", []), ("patents", "members: [{office: EP}]", []),
    ],
)  # fmt: skip
def test_the_code_of_an_organization_is_no_country(section: str, fields: str, expected: list[str]) -> None:
    assert named(section, fields) == expected


def test_published_ror_ids_are_accepted() -> None:
    sample = DATA / "ror" / "test_data_search_es7_v2.json"
    if not sample.is_file():
        pytest.skip("the ROR sample is not at hand")
    ids = sorted(set(re.findall(r"https://ror\.org/0[a-z0-9]{8}", sample.read_text(encoding="utf-8"))))
    assert len(ids) > 10
    assert [number for number in ids if not is_ror(number)] == []


def test_published_document_numbers_are_accepted() -> None:
    sample = DATA / "etsi_isld" / "01_NTT_100.csv"
    if not sample.is_file():
        pytest.skip("the ETSI sample is not at hand")
    with sample.open(encoding="utf-8-sig", newline="") as lines:
        numbers = {n.strip() for row in csv.DictReader(lines) for n in row["PUBL_NUMBER"].split("|")} - {"", "-1"}
    assert len(numbers) > 10
    wrong = {n: found for n in sorted(numbers) if (found := member(f'office: {n[:2]}, publication: "{n}"'))}
    assert wrong == {}


def test_published_designations_are_accepted() -> None:
    folder = DATA / "relaton_yaml"
    if not folder.is_dir():
        pytest.skip("the relaton samples are not at hand")
    primary = re.compile(r"^- id: (.+)\n(?:  .+\n)*?  primary: '?true", re.MULTILINE)
    found = {d for file in sorted(folder.glob("jis/*.yaml")) for d in primary.findall(file.read_text(encoding="utf-8"))}
    assert len(found) > 10
    wrong = [d for d in sorted(found) if named("standards", f'designation: "{d}"')]
    assert wrong == []
