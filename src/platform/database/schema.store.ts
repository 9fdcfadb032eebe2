import pg from 'pg'

/** Ours alone: PostgreSQL's own catalogues and what extensions bring are left out. */
const ours = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')`
const notOfAnExtension = (catalogue: string, oid: string): string =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`

/** Each answers finished statements in a settled order, so that two dumps of one schema are equal letter by letter. */
const parts: readonly { readonly title: string; readonly query: string }[] = [
  { title: 'Extensions', query: `select format('create extension %I', extname) || ';' as line from pg_extension where extname <> 'plpgsql' order by extname` },
  { title: 'Schemas', query: `select format('create schema %I;', nspname) as line from pg_namespace n where ${ours} order by nspname` },
  {
    title: 'Types',
    query: `
      select format(E'create type %I.%I as enum (%s);', n.nspname, t.typname, string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as line
      from pg_type t join pg_namespace n on n.oid = t.typnamespace join pg_enum e on e.enumtypid = t.oid
      where ${ours} group by n.nspname, t.typname order by n.nspname, t.typname`,
  },
  {
    title: 'Functions',
    query: `
      select pg_get_functiondef(p.oid) || ';' as line
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ours} and p.prokind in ('f', 'p') and ${notOfAnExtension('pg_proc', 'p.oid')}
      order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`,
  },
  {
    title: 'Tables',
    query: `
      select format(E'create table %I.%I (\\n%s\\n)%s;', n.nspname, c.relname, string_agg('  ' || body.line, E',\\n' order by body.place, body.name),
        case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join lateral (
        select a.attnum::int as place, a.attname::text as name, format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
          || case when a.attgenerated in ('s', 'v') then format(' generated always as (%s) %s', pg_get_expr(d.adbin, d.adrelid), case a.attgenerated when 's' then 'stored' else 'virtual' end)
                  when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
          || case when a.attidentity <> '' then ' generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity' else '' end
          || case when a.attnotnull then ' not null' else '' end as line
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        union all
        select 10000 + case k.contype when 'p' then 1 when 'u' then 2 when 'x' then 3 when 'c' then 4 else 5 end, k.conname::text, format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid))
        from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'x', 'c', 'f')
      ) body
      where ${ours} and c.relkind in ('r', 'p') and not c.relispartition and ${notOfAnExtension('pg_class', 'c.oid')}
      group by n.nspname, c.relname, c.relkind, c.oid order by n.nspname, c.relname`,
  },
  {
    title: 'Partitions',
    query: `
      select format('create table %I.%I partition of %s %s;', n.nspname, c.relname, i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid)) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid
      where ${ours} and c.relispartition and c.relkind in ('r', 'p') order by n.nspname, c.relname`,
  },
  {
    title: 'Views',
    query: `
      select format(E'create %s %I.%I as\\n%s', case c.relkind when 'm' then 'materialized view' else 'view' end, n.nspname, c.relname, pg_get_viewdef(c.oid)) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and c.relkind in ('v', 'm') and ${notOfAnExtension('pg_class', 'c.oid')} order by n.nspname, c.relname`,
  },
  {
    title: 'Indexes',
    query: `
      select pg_get_indexdef(i.indexrelid) || ';' as line
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and not c.relispartition and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
      order by n.nspname, c.relname`,
  },
  {
    title: 'Triggers',
    query: `
      select pg_get_triggerdef(g.oid) || ';' || case g.tgenabled
        when 'A' then format(E'\\nalter table %s enable always trigger %I;', g.tgrelid::regclass, g.tgname)
        when 'D' then format(E'\\nalter table %s disable trigger %I;', g.tgrelid::regclass, g.tgname) else '' end as line
      from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and not g.tgisinternal order by n.nspname, c.relname, g.tgname`,
  },
  {
    title: 'Row-level security',
    query: `
      select format('alter table %I.%I enable row level security;', n.nspname, c.relname) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relrowsecurity
      union all
      select format('create policy %I on %I.%I for %s using (%s)%s;', p.policyname, p.schemaname, p.tablename, p.cmd, p.qual, coalesce(' with check (' || p.with_check || ')', ''))
      from pg_policies p join pg_namespace n on n.nspname = p.schemaname where ${ours} order by 1`,
  },
]

const heading = `-- The whole schema as the migrations leave it, for reading and review.
-- Written by npm run schema from PostgreSQL's own catalogues; a test refuses one that is out of date. Never applied.
`

/** The schema of a database as readable SQL. */
export async function describeSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set search_path to ''")
    const sections: string[] = [heading]
    for (const { title, query } of parts) {
      const { rows } = await client.query<{ line: string }>(query)
      if (rows.length > 0) sections.push(`-- ${title}\n`, ...rows.map(({ line }) => `${line.trim().replace(/\s+;$/, ';')}\n`))
    }
    return sections.join('\n')
  } finally {
    await client.end()
  }
}
