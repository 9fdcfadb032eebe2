-- Versions of letter templates: put forward by one officer, approved or sent back by another. The words themselves are in the code.
create table notice.template_approval (
  id text primary key,
  purpose text not null,
  version integer not null,
  standing text not null check (standing in ('put-forward', 'approved', 'sent-back')),
  from_on date not null,
  reasons text not null,
  put_forward_by jsonb not null,
  answer jsonb,
  unique (purpose, version),
  check ((answer is null) = (standing = 'put-forward')),
  check (put_forward_by ->> 'officerId' is distinct from answer -> 'by' ->> 'officerId')
);
