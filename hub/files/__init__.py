"""What is in a file: looked up in its bytes, never believed from its name.

Stands at the bottom of the house: needs neither Django nor any of our packages, so that everything that takes in
files can ask here. `contents.kind_of` says what a file is or refuses it in a plain sentence.
"""
