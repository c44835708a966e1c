"""From a fresh copy of the project to a running demonstration: what `make` calls wherever there is logic.

`python -m hub.demo.launch` runs before anything is installed, so nothing here but `serve` imports more than
the standard library, and nothing imports Django. Whatever goes wrong is said in a sentence, with what to do.
"""
