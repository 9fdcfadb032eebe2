-- A returned envelope shows the reference and nothing else that we know it by.
create index document_by_reference on notice.document ((facts ->> 'reference'));
