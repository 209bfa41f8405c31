"""Tables of an old text, with cells that stretch over others spread out."""

from wordpress.bodies.tree import Node
from wordpress.bodies.walking import Walker

MOST_COLUMNS, MOST_CELLS = 40, 20_000
# What no cell of ours can hold: such a table was made for how it looks, and is read cell by cell.
NO_CELL = frozenset(
    {
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "blockquote",
        "figure",
        "iframe",
        "video",
        "audio",
    }
)


def table(walker: Walker, node: Node) -> None:
    rows = list(_rows(node))
    width = max((len(cells) for _, cells in rows), default=0)
    if not width:
        walker.end_line()
        walker.children(node)
        walker.end_line()
        return
    inside = {child.tag for _, cells in rows for cell in cells for child in cell.below()}
    if (width == 1 and len(rows) == 1) or inside & NO_CELL or "x-block" in inside:
        _read_cell_by_cell(walker, node, rows)
        return
    grid = _spread(rows)
    if not any(any(row) for row in grid):
        return
    head = [""] * len(grid[0])
    if rows[0][0] or all(cell.tag == "th" for cell in rows[0][1]):
        head, grid = grid[0], grid[1:]
    title = _title(walker, node)
    if any(child.get("href") for _, cells in rows for cell in cells for child in cell.below()):
        walker.notebook.remark(f"Links in de tabel ‘{title}’ zijn vervallen; de woorden bleven staan.")
    columns = [{"type": "text", "heading": words} for words in head]
    values = [{"values": row} for row in grid]
    walker.add("table", {"caption": title, "table": {"columns": columns, "rows": values, "caption": ""}})
    for _, cells in rows:
        for cell in cells:
            for child in cell.below():
                if child.tag == "img":
                    walker.node(child)


def _title(walker: Walker, node: Node) -> str:
    own = next((child.text() for child in node.elements if child.tag == "caption"), "")
    title = own or (walker.frame.take_caption() if walker.frame else "")
    if not title:
        walker.end_line()
        walker.flush()
        headings = [block["value"]["text"] for block in walker.blocks if block["type"] == "heading"]
        title = headings[-1] if headings else "Tabel"
        walker.notebook.remark(f"Een tabel zonder titel heet nu ‘{title}’.")
    return title


def _rows(node: Node) -> list[tuple[bool, list[Node]]]:
    """Return the cells of each row with whether it is the head; feet come last."""
    found: dict[str, list[tuple[bool, list[Node]]]] = {"thead": [], "tbody": [], "tfoot": []}

    def take(part: Node, name: str) -> None:
        for child in part.elements:
            if child.tag == "tr":
                cells = [cell for cell in child.elements if cell.tag in ("td", "th")]
                if cells:
                    found[name].append((name == "thead", cells))
            elif child.tag in found:
                take(child, child.tag)

    take(node, "tbody")
    return found["thead"] + found["tbody"] + found["tfoot"]


def _spread(rows: list[tuple[bool, list[Node]]]) -> list[list[str]]:
    """Return the words of each cell; a cell that stretches over others says the same in each of these."""
    grid: list[list[str]] = []
    # By column: what a cell above still says here, and in how many rows.
    from_above: dict[int, tuple[str, int]] = {}
    count = 0
    for number, (_, cells) in enumerate(rows):
        row: list[str] = []

        def hang(row: list[str] = row) -> None:
            while (above := from_above.get(len(row))) and len(row) < MOST_COLUMNS:
                words, left = above
                if left > 1:
                    from_above[len(row)] = (words, left - 1)
                else:
                    del from_above[len(row)]
                row.append(words)

        for cell in cells:
            hang()
            words = cell.text()
            if len(row) >= MOST_COLUMNS:
                # More columns than anybody reads: no words are lost.
                row[-1] = f"{row[-1]} {words}".strip()
                continue
            across = min(_span(cell, "colspan"), MOST_COLUMNS - len(row))
            down = min(_span(cell, "rowspan"), len(rows) - number)
            if count + across > MOST_CELLS:
                across, down = 1, 1
            for _ in range(across):
                if down > 1:
                    from_above[len(row)] = (words, down - 1)
                row.append(words)
        hang()
        count += len(row)
        grid.append(row)
    width = max(map(len, grid))
    return [row + [""] * (width - len(row)) for row in grid]


def _span(cell: Node, name: str) -> int:
    written = cell.get(name)
    return max(1, int(written)) if written.isdecimal() and len(written) < 5 else 1


def _read_cell_by_cell(walker: Walker, node: Node, rows: list[tuple[bool, list[Node]]]) -> None:
    walker.end_line()
    for child in node.elements:
        if child.tag == "caption":
            walker.node(child)
    for _, cells in rows:
        for cell in cells:
            walker.end_line()
            walker.children(cell)
            walker.end_line()
    if len(rows) > 1:
        walker.notebook.remark("Een tabel die alleen voor de opmaak was, staat nu als gewone tekst.")
