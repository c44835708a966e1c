"""What runs outside requests: the worker, the chores it does by the clock, the repair of what a killed worker left.

Imports none of our other packages.
"""
