"""How quick the site is on this machine: `make bench` prints it. Ratios, because machines differ."""
