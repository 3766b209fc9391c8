"""The towns that are shipped with the program."""

import subprocess
import sys

from alize_desktop.rules.distances import kilometres
from alize_desktop.services.towns import towns


def test_towns_of_the_samples_are_known_with_their_postcodes():
    known = towns()
    written = (
        *(("Dijon", "21000"), ("Alès", "30100"), ("Bar-le-Duc", "55000"), ("Toul", "54200")),
        *(("Saint-Denis", "97400"), ("Épinal", "88000"), ("L'Haÿ-les-Roses", "94240")),
        *(("Ambérieu-en-Bugey", "01500"), ("LYON CEDEX 03", "69003"), ("Marseille", "13002")),
    )
    assert all(known.place(*each) for each in written)
    dijon, lyon = known.place("Dijon", "21000"), known.place("Lyon", "69001")
    assert 170 < kilometres(dijon, lyon) < 180


def test_they_are_read_once_and_not_at_the_start():
    assert towns() is towns()
    asked = "import alize_desktop.services.towns as t; print(t.towns.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert done.stdout.strip() == b"0"
