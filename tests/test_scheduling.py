from tests.scheduling import rank, units

STORY, RESTART = "tests/e2e/test_stories.py::test_it", "tests/liefdesverdriet/test_serve.py::test_again[a::b]"
CLASS = "tests/blog/test_page.py::Pages::test_one"


def test_all_at_the_site_is_one_unit() -> None:
    found = units([STORY, "tests/e2e/test_budget.py::test_first[/]", RESTART, CLASS])
    assert len({*list(found.values())[:3]}) == 1
    assert found[CLASS] != found[STORY]


def test_what_follows_on_each_other_in_a_class_is_one_unit_and_keeps_its_place() -> None:
    same, apart = CLASS.replace("one", "two[x::y]"), CLASS.replace("one", "three")
    found = units([CLASS, same, "tests/blog/test_page.py::test_outside", apart])
    assert found[CLASS] == found[same]
    assert found[apart] != found[CLASS], "what empties the database comes later, also of the same class"


def test_site_that_is_stopped_and_started_is_so_after_the_stories() -> None:
    assert sorted([CLASS, RESTART, STORY], key=rank) == [STORY, RESTART, CLASS]
