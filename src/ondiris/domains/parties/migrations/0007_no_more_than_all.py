"""The parcels of one organisation never come to more than 100 % on a day: the database refuses what would.

Once a statement, for all organisations whose parcels it wrote; each is locked, so that two at once cannot both fit. A sum
only rises on a day when a parcel begins, so those days are all that is looked at.
"""

from django.db import migrations

FORWARD = """
create function parties_no_more_than_all() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    perform 1 from parties_organisation where id in (select held_id from written) order by id for no key update;
    select day.held_id, day.valid_from, sum(parcel.share) as total into wrong
      from (select distinct held_id, valid_from from parties_shareholding
             where held_id in (select held_id from written)) as day
      join parties_shareholding parcel on parcel.held_id = day.held_id and parcel.valid_from <= day.valid_from
       and (parcel.valid_to is null or parcel.valid_to > day.valid_from)
     group by day.held_id, day.valid_from having sum(parcel.share) > 100 limit 1;
    if found then
        raise exception 'the voting shares of organisation % come to % %% on %', wrong.held_id, wrong.total, wrong.valid_from
            using errcode = 'check_violation', constraint = 'no_more_than_all_shares';
    end if;
    return null;
end $$;
create trigger no_more_than_all_shares_entered after insert on parties_shareholding
referencing new table as written for each statement execute function parties_no_more_than_all();
create trigger no_more_than_all_shares_changed after update on parties_shareholding
referencing new table as written for each statement execute function parties_no_more_than_all();
"""
BACKWARD = """
drop trigger no_more_than_all_shares_changed on parties_shareholding;
drop trigger no_more_than_all_shares_entered on parties_shareholding;
drop function parties_no_more_than_all();
"""


class Migration(migrations.Migration):
    dependencies = [("parties", "0006_ownership")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
