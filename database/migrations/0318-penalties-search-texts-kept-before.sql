-- Text files that were kept before the search knew what they say.
insert into penalties.evidence_text (sha256, content)
select b.sha256, left(convert_from(b.bytes, 'UTF8'), 200000) from penalties.evidence_bytes b
where exists (select from penalties.evidence e where e.state #>> '{file,sha256}' = b.sha256 and e.state #>> '{file,contentType}' = 'text/plain')
on conflict do nothing;
