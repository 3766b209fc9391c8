"""The structure of a paper, written into its file."""

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from alize_desktop.documents.tagging.structure import Annotation, Content, Kid, Node, Structure

_CELLS = ("TD", "TH")
"""What holds the words of its only paragraph itself: most of the elements of a long table."""

_PRINTED = 4
"""Flag of an annotation (ISO 32000-1, 12.5.3): archived files have no other."""


def write_structure(pdf: Pdf, structure: Structure) -> Object:
    """Return the root of the tree, which the catalogue is to name.

    Args:
        pdf: The file whose pages the structure was drawn on.
        structure: The tree.
    """
    return _Writer(pdf, structure).write()


class _Writer:
    def __init__(self, pdf: Pdf, structure: Structure) -> None:
        self._pdf = pdf
        self._structure = structure
        self._pages = [page.obj for page in pdf.pages]
        self._elements: dict[Node, Object] = {}
        self._links: list[Object] = []

    def write(self) -> Object:
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(self._structure.root, root)
        numbers: list[Any] = []
        for number, owners in enumerate(self._structure.pages):
            self._pages[number].StructParents = number
            held = Array([self._elements[node] for node in owners])
            numbers += [number, self._pdf.make_indirect(held)]
        for number, element in enumerate(self._links, start=len(self._pages)):
            numbers += [number, element]
        for page in self._pages:
            page.Tabs = Name.S
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(self._pages) + len(self._links)
        return root

    def _element(self, node: Node, parent: Object) -> Object:
        element = self._pdf.make_indirect(Dictionary({"/S": Name(f"/{node.role}"), "/P": parent}))
        self._elements[node] = element
        attributes = _attributes(node)
        if attributes:
            element.A = Dictionary(attributes)
        if node.alternative:
            element.Alt = node.alternative
        held = node.kids
        if node.role in _CELLS and len(held) == 1 and isinstance(held[0], Node):
            only = held[0]
            if only.role == "P":
                self._elements[only], held = element, only.kids
        page = next((kid.page for kid in held if isinstance(kid, Content)), None)
        if page is not None:
            element.Pg = self._pages[page]
        kids = [self._kid(kid, node, element, page) for kid in held]
        if kids:
            element.K = kids[0] if len(kids) == 1 else Array(kids)
        return element

    def _kid(self, kid: Kid, node: Node, element: Object, page: int | None) -> Any:  # noqa: ANN401  # a number or an object
        if isinstance(kid, Node):
            return self._element(kid, element)
        if isinstance(kid, Annotation):
            return self._link(kid, element, node.alternative)
        if kid.page == page:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)

    def _link(self, kid: Annotation, element: Object, alternative: str) -> Object:
        page = self._pages[kid.page]
        annotation = page.Annots[kid.place]
        annotation.StructParent = len(self._pages) + len(self._links)
        annotation.Contents = String(alternative)
        annotation.F = _PRINTED
        self._links.append(element)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)


def _attributes(node: Node) -> dict[str, Any]:
    if node.box is not None:
        box = Array([round(each, 2) for each in node.box])
        return {"/O": Name.Layout, "/Placement": Name.Block, "/BBox": box}
    if node.numbering:
        return {"/O": Name.List, "/ListNumbering": Name(f"/{node.numbering}")}
    found: dict[str, Any] = {}
    if node.scope:
        found["/Scope"] = Name(f"/{node.scope}")
    if node.columns > 1:
        found["/ColSpan"] = node.columns
    return {"/O": Name.Table, **found} if found else {}
