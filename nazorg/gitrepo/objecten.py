"""The one pair through which every byte passes into or out of a git object: here sealing will come."""


def from_object(data: bytes) -> bytes:
    """The bytes of a file as they are read, from the bytes of a git object."""
    return data


def to_object(data: bytes) -> bytes:
    """The bytes of a git object, from the bytes of a file as they are to be kept."""
    return data
