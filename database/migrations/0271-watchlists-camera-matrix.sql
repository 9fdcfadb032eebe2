-- A model learned from the corrections of one camera; null for one of all cameras of its port, or of all ports.
alter table watchlists.error_matrix add column camera text check (camera is null or port is not null);
