-- Which end of a vehicle a camera looks at tells a tractor's plate from its trailer's.
alter table arrivals.camera add column faces text check (faces in ('front', 'rear'));
