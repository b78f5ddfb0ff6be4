"""Every query, one file per aggregate, each function named by what is wanted. Nobody else speaks SQL."""
