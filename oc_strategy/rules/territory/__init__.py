"""Territory and term: where rights are wanted and how long they last."""
