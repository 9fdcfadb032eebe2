-- Costs of an appeal that one officer has recorded and another has still to approve: nothing is posted until then.
alter table penalties.appeal add column costs_waiting jsonb;
