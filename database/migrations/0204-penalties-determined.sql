-- What was determined is looked up whole: for what challenges came to, and for sister notices of what was corrected.
create index penalty_determined on penalties.penalty (id) where determination is not null;
