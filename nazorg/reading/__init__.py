"""From the text of a file to the model, with everything that is wrong with it. The only user of pydantic."""

from nazorg.reading.read import (
    Gelezen,
    read_dossier,
    read_gebruiker,
    read_instellingen,
    read_overleg,
    read_personen,
    read_traject,
)
from nazorg.reading.shape import (
    MODELLEN,
    Fields,
    Items,
    Leaf,
    Named,
    Shape,
    has_shape,
    is_free_text,
    items_without_id,
    key_order,
    shape_at,
    shape_of,
)

__all__ = [
    "MODELLEN",
    "Fields",
    "Gelezen",
    "Items",
    "Leaf",
    "Named",
    "Shape",
    "has_shape",
    "is_free_text",
    "items_without_id",
    "key_order",
    "read_dossier",
    "read_gebruiker",
    "read_instellingen",
    "read_overleg",
    "read_personen",
    "read_traject",
    "shape_at",
    "shape_of",
]
