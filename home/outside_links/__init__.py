"""Links to other sites: whether they still lead somewhere. `network` keeps to the public network, `asking` asks one
address, `rounds` goes through all of them by night.
"""
