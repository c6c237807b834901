"""Each worksheet before it is a worksheet: Report -> Sheet, one file each."""
