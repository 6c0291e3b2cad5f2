"""What only shows across dossiers."""

from .fabriek import check_samen, dossier, places, zaak

A, B, C = "NZ-2026-a2bcde", "NZ-2026-b2bcde", "NZ-2026-c2bcde"


def one(nummer: str, path: str | None = None, **velden: str):
    return zaak(dossier(dossier=nummer, **velden), path=path or f"dossiers/2026/{nummer}.yaml")


def test_same_number_in_two_files_is_reported_in_both_and_names_the_other():
    found = check_samen(one(A, "dossiers/2025/x.yaml"), one(A, "dossiers/2026/y.yaml"), one(B, betrokkene="p-5q9x2m"))
    assert places("NZ801", found) == ["1:10", "1:10"]
    assert [(item.path, "dossiers/2026/y.yaml" in item.message) for item in found if item.code == "NZ801"] == [
        ("dossiers/2025/x.yaml", True),
        ("dossiers/2026/y.yaml", False),
    ]


def test_two_copies_of_one_dossier_are_not_two_dossiers_of_one_person():
    found = check_samen(one(A, "dossiers/2025/x.yaml"), one(A, "dossiers/2026/y.yaml"))
    assert places("NZ802", found) == []


def test_person_with_two_running_dossiers_is_reported_in_both_with_the_other_number():
    found = check_samen(one(A), one(B))
    assert places("NZ802", found) == ["2:13", "2:13"]
    assert [(item.path, item.message.split(": ")[-1]) for item in found] == [
        (f"dossiers/2026/{A}.yaml", f"{B}."),
        (f"dossiers/2026/{B}.yaml", f"{A}."),
    ]


def test_person_with_a_closed_and_a_running_dossier_is_fine():
    assert check_samen(one(A, status="afgesloten"), one(B), one(C, status="geen_nazorg")) == []


def test_two_persons_with_a_dossier_each_are_fine():
    assert check_samen(one(A), one(B, betrokkene="p-5q9x2m")) == []


def test_message_names_three_others_and_needs_no_more_for_the_rest():
    found = check_samen(*(one(f"NZ-2026-a2bcd{digit}") for digit in range(4)))
    assert not any("en meer" in item.message for item in found)


def test_message_about_many_dossiers_stays_short():
    found = check_samen(*(one(f"NZ-2026-a2bcd{digit}") for digit in range(9)))
    assert all(item.message.endswith("en meer.") and item.message.count("NZ-2026") == 3 for item in found)
