"""Transfers move balances, and only grow: an account that may not fall below zero refuses what it does not hold."""

from django.db import migrations

FORWARD = """
create function funds_move() returns trigger language plpgsql as $$
begin
    if (select programme_id from funds_account where id = new.source_id)
       is distinct from (select programme_id from funds_account where id = new.target_id) then
        raise exception 'money stays within its programme';
    end if;
    update funds_account set balance = balance + case id when new.target_id then new.amount else -new.amount end
    where id in (new.source_id, new.target_id);
    return null;
end $$;
create trigger funds_transfer_moves after insert on funds_transfer
for each row execute function funds_move();

create function funds_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger only grows: % of % is refused', tg_op, tg_table_name;
end $$;
create trigger funds_transfer_only_grows before update or delete or truncate on funds_transfer
for each statement execute function funds_refuse();
"""
BACKWARD = """
drop trigger funds_transfer_only_grows on funds_transfer;
drop function funds_refuse();
drop trigger funds_transfer_moves on funds_transfer;
drop function funds_move();
"""


class Migration(migrations.Migration):
    dependencies = [("funds", "0001_initial")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
