-- A list that was kept has a history: who kept which filters when, who shared them, who forgot them. What was forgotten stays in it.
alter table penalties.saved_list add column is_forgotten boolean not null default false;
alter table penalties.saved_list drop constraint saved_list_officer_id_name_key;
create unique index saved_list_once on penalties.saved_list (officer_id, name) where not is_forgotten;
