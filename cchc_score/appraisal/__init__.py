"""The working year: what communes claim, what a council corrects, what they answer, and what a survey adds."""
