"""What is missing or wrong in this clone and on this machine, with the remedy, and mending what can be mended."""

from nazorg.zelftest.keuring import examine
from nazorg.zelftest.punt import Machine, Oordeel, Punt
from nazorg.zelftest.wissen import wipe

__all__ = ["Machine", "Oordeel", "Punt", "examine", "wipe"]
