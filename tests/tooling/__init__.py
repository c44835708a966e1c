"""What `make` promises: quick second runs, plain sentences, and packages that are pinned."""
