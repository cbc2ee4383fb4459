"""The journal only grows, and its entries form one chain of digests.

The chain is written at commit under an advisory lock: an entry's lock is held for an instant, so acts do not wait
for one another, and the order of the chain is the order of commits.
"""

from django.db import migrations

FORWARD = """
create function journal_digest(previous bytea, e journal_entry) returns bytea
language sql immutable as $$
    select sha256(previous || convert_to(jsonb_build_array(
        e.id, e.act, e.thing_kind, e.thing, e.actor, e.actor_name, e.deputy_for, e.organisation_bin,
        e.organisation_name, e.on, extract(epoch from e.at), e.provision, e.state, e.evidence)::text, 'UTF8'))
$$;

create function journal_join_chain() returns trigger
language plpgsql security definer set search_path from current as $$
declare
    last journal_link;
begin
    perform pg_advisory_xact_lock(hashtext('journal chain'));
    select * into last from journal_link order by position desc limit 1;
    insert into journal_link (position, entry, digest)
    values (coalesce(last.position, 0) + 1, new.id, journal_digest(coalesce(last.digest, ''), new));
    return null;
end $$;

create constraint trigger journal_entry_joins_chain after insert on journal_entry
deferrable initially deferred for each row execute function journal_join_chain();

create function journal_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the journal only grows: % of % is refused', tg_op, tg_table_name;
end $$;

create trigger journal_entry_only_grows before update or delete or truncate on journal_entry
for each statement execute function journal_refuse();
create trigger journal_link_only_grows before update or delete or truncate on journal_link
for each statement execute function journal_refuse();
create trigger journal_look_only_grows before update or delete or truncate on journal_look
for each statement execute function journal_refuse();

do $$ begin
    if exists (select from pg_roles where rolname = 'ondiris_app') then
        revoke update, delete, truncate on journal_entry, journal_look from ondiris_app;
        revoke insert, update, delete, truncate on journal_link from ondiris_app;
    end if;
end $$;
"""
BACKWARD = """
drop trigger journal_look_only_grows on journal_look;
drop trigger journal_link_only_grows on journal_link;
drop trigger journal_entry_only_grows on journal_entry;
drop function journal_refuse();
drop trigger journal_entry_joins_chain on journal_entry;
drop function journal_join_chain();
drop function journal_digest(bytea, journal_entry);
"""


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
