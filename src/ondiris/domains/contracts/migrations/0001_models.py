import django.db.models.deletion
from django.db import migrations, models

import ondiris.domains.contracts.terms
import ondiris.domains.customers.terms
import ondiris.domains.planning.terms


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0002_letters"),
        ("parties", "0008_shares_files"),
        ("planning", "0001_models"),
    ]

    operations = [
        migrations.CreateModel(
            name="Contract",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True)),
                ("state", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.planning.terms.ContractKind["OFFTAKE"],
                                ondiris.domains.planning.terms.ContractKind["OFFTAKE"],
                            ),
                            (
                                ondiris.domains.planning.terms.ContractKind["CONTRACT_PROCUREMENT"],
                                ondiris.domains.planning.terms.ContractKind["CONTRACT_PROCUREMENT"],
                            ),
                        ],
                        max_length=30,
                    ),
                ),
                ("title", models.CharField(max_length=300, verbose_name="Subject")),
                (
                    "organised_by_supplier",
                    models.BooleanField(null=True, verbose_name="The supplier organises the production of the good"),
                ),
                ("absent_before", models.BooleanField(null=True, verbose_name="There was no such production before")),
                ("source", models.CharField(blank=True, max_length=200)),
                ("outside_number", models.CharField(blank=True, max_length=100)),
                ("drawn_on", models.DateField()),
                ("concluded_on", models.DateField(null=True)),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("registered_on", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("ended_because", models.TextField(blank=True)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                ondiris.domains.customers.terms.Answer["CUSTOMER"],
                                ondiris.domains.customers.terms.Answer["CUSTOMER"],
                            ),
                            (
                                ondiris.domains.customers.terms.Answer["NOT_CUSTOMER"],
                                ondiris.domains.customers.terms.Answer["NOT_CUSTOMER"],
                            ),
                            (
                                ondiris.domains.customers.terms.Answer["UNDETERMINED"],
                                ondiris.domains.customers.terms.Answer["UNDETERMINED"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                ("standing", models.JSONField(default=dict)),
                ("findings", models.JSONField(default=list)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracts_as_customer",
                        to="parties.organisation",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracts",
                        to="planning.proposal",
                    ),
                ),
                (
                    "supplier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracts_as_supplier",
                        to="parties.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True)),
                ("state", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField(default=1)),
                ("good", models.PositiveSmallIntegerField()),
                ("delivered_on", models.DateField()),
                ("offered_on", models.DateField()),
                ("volume", models.DecimalField(decimal_places=4, max_digits=20)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("accepted", models.DecimalField(decimal_places=4, max_digits=20, null=True)),
                ("answered_on", models.DateField(null=True)),
                ("ground", models.TextField(blank=True)),
                (
                    "fault",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                ondiris.domains.contracts.terms.Fault["NONE"],
                                ondiris.domains.contracts.terms.Fault["NONE"],
                            ),
                            (
                                ondiris.domains.contracts.terms.Fault["SUPPLIER"],
                                ondiris.domains.contracts.terms.Fault["SUPPLIER"],
                            ),
                            (
                                ondiris.domains.contracts.terms.Fault["CONTESTED"],
                                ondiris.domains.contracts.terms.Fault["CONTESTED"],
                            ),
                        ],
                        max_length=12,
                    ),
                ),
                ("contested_because", models.TextField(blank=True)),
                ("paid", models.DecimalField(decimal_places=2, max_digits=17, null=True)),
                ("paid_on", models.DateField(null=True)),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="contracts.contract"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "deliveries",
            },
        ),
        migrations.CreateModel(
            name="Penalty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True)),
                ("state", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "claimed_by",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.contracts.terms.Side["CUSTOMER"],
                                ondiris.domains.contracts.terms.Side["CUSTOMER"],
                            ),
                            (
                                ondiris.domains.contracts.terms.Side["SUPPLIER"],
                                ondiris.domains.contracts.terms.Side["SUPPLIER"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("condition", models.PositiveSmallIntegerField(null=True)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=17)),
                ("sheet", models.JSONField()),
                ("claimed_on", models.DateField()),
                ("settled_on", models.DateField(null=True)),
                ("note", models.TextField(blank=True)),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="penalties", to="contracts.contract"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "penalties",
            },
        ),
        migrations.CreateModel(
            name="Performance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True)),
                ("state", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField(default=1)),
                ("condition", models.PositiveSmallIntegerField()),
                ("value", models.DecimalField(decimal_places=2, max_digits=17)),
                ("done_on", models.DateField()),
                ("text", models.TextField()),
                ("reported_on", models.DateField()),
                ("answered_on", models.DateField(null=True)),
                ("remark", models.TextField(blank=True)),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="performances",
                        to="contracts.contract",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Pledge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                ("number", models.CharField(max_length=40, unique=True)),
                ("state", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField(default=1)),
                ("basis", models.CharField(max_length=300, verbose_name="Pledge agreement")),
                ("released_on", models.DateField(null=True)),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pledges", to="contracts.contract"
                    ),
                ),
                (
                    "lender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="pledges", to="parties.organisation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("delivered_on", models.DateField()),
                (
                    "contract",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="programme", to="contracts.contract"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ValueYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("target", models.DecimalField(decimal_places=6, max_digits=9)),
                ("fact", models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                ("reported_on", models.DateField(null=True)),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="years", to="contracts.programme"
                    ),
                ),
            ],
            options={
                "ordering": ["year"],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.contracts.terms.VersionState["DRAFT"],
                                ondiris.domains.contracts.terms.VersionState["DRAFT"],
                            ),
                            (
                                ondiris.domains.contracts.terms.VersionState["PROPOSED"],
                                ondiris.domains.contracts.terms.VersionState["PROPOSED"],
                            ),
                            (
                                ondiris.domains.contracts.terms.VersionState["IN_FORCE"],
                                ondiris.domains.contracts.terms.VersionState["IN_FORCE"],
                            ),
                            (
                                ondiris.domains.contracts.terms.VersionState["REPLACED"],
                                ondiris.domains.contracts.terms.VersionState["REPLACED"],
                            ),
                            (
                                ondiris.domains.contracts.terms.VersionState["DECLINED"],
                                ondiris.domains.contracts.terms.VersionState["DECLINED"],
                            ),
                            (
                                ondiris.domains.contracts.terms.VersionState["WITHDRAWN"],
                                ondiris.domains.contracts.terms.VersionState["WITHDRAWN"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "proposed_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                ondiris.domains.contracts.terms.Side["CUSTOMER"],
                                ondiris.domains.contracts.terms.Side["CUSTOMER"],
                            ),
                            (
                                ondiris.domains.contracts.terms.Side["SUPPLIER"],
                                ondiris.domains.contracts.terms.Side["SUPPLIER"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                ("proposed_on", models.DateField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("closed_because", models.TextField(blank=True)),
                ("in_force_on", models.DateField(null=True)),
                ("starts_on", models.DateField(verbose_name="First day")),
                ("ends_on", models.DateField(verbose_name="Last day")),
                ("least_value", models.DecimalField(decimal_places=6, max_digits=9, null=True)),
                ("programme_due_on", models.DateField(null=True)),
                ("penalty", models.TextField(blank=True)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=17)),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="contracts.contract"
                    ),
                ),
            ],
            options={
                "ordering": ["place"],
            },
        ),
        migrations.CreateModel(
            name="Good",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                ("code", models.CharField(max_length=10, verbose_name="Commodity code")),
                ("name_kk", models.CharField(max_length=300)),
                ("name_ru", models.CharField(max_length=300)),
                ("unit", models.CharField(max_length=60, verbose_name="Unit")),
                ("characteristics", models.TextField(verbose_name="Technical characteristics")),
                ("properties", models.TextField(blank=True, verbose_name="Physical and chemical properties")),
                ("composition", models.TextField(blank=True, verbose_name="Composition of the set")),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="goods", to="contracts.version"
                    ),
                ),
            ],
            options={
                "ordering": ["place"],
            },
        ),
        migrations.CreateModel(
            name="Condition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.contracts.terms.ConditionKind["DIRECT_INVESTMENT"],
                                ondiris.domains.contracts.terms.ConditionKind["DIRECT_INVESTMENT"],
                            ),
                            (
                                ondiris.domains.contracts.terms.ConditionKind["RESEARCH"],
                                ondiris.domains.contracts.terms.ConditionKind["RESEARCH"],
                            ),
                            (
                                ondiris.domains.contracts.terms.ConditionKind["PRODUCTION"],
                                ondiris.domains.contracts.terms.ConditionKind["PRODUCTION"],
                            ),
                            (
                                ondiris.domains.contracts.terms.ConditionKind["TRAINING"],
                                ondiris.domains.contracts.terms.ConditionKind["TRAINING"],
                            ),
                            (
                                ondiris.domains.contracts.terms.ConditionKind["SERVICE_INFRASTRUCTURE"],
                                ondiris.domains.contracts.terms.ConditionKind["SERVICE_INFRASTRUCTURE"],
                            ),
                            (
                                ondiris.domains.contracts.terms.ConditionKind["TECHNOLOGY_TRANSFER"],
                                ondiris.domains.contracts.terms.ConditionKind["TECHNOLOGY_TRANSFER"],
                            ),
                            (
                                ondiris.domains.contracts.terms.ConditionKind["OTHER"],
                                ondiris.domains.contracts.terms.ConditionKind["OTHER"],
                            ),
                        ],
                        max_length=30,
                    ),
                ),
                ("text", models.TextField()),
                ("value", models.DecimalField(decimal_places=2, max_digits=17)),
                ("due_on", models.DateField()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="conditions", to="contracts.version"
                    ),
                ),
            ],
            options={
                "ordering": ["place"],
            },
        ),
        migrations.CreateModel(
            name="VersionSignature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("user", models.BigIntegerField()),
                ("user_name", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("method", models.CharField(max_length=40)),
                ("digest", models.CharField(max_length=64)),
                (
                    "side",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.contracts.terms.Side["CUSTOMER"],
                                ondiris.domains.contracts.terms.Side["CUSTOMER"],
                            ),
                            (
                                ondiris.domains.contracts.terms.Side["SUPPLIER"],
                                ondiris.domains.contracts.terms.Side["SUPPLIER"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="contracts.version"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Volume",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("volume", models.DecimalField(decimal_places=4, max_digits=20)),
                ("price", models.DecimalField(decimal_places=2, max_digits=17)),
                (
                    "good",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="volumes", to="contracts.good"
                    ),
                ),
            ],
            options={
                "ordering": ["year"],
            },
        ),
        migrations.AddIndex(
            model_name="contract",
            index=models.Index(fields=["-concluded_on", "-id"], name="contracts_by_day"),
        ),
        migrations.AddIndex(
            model_name="contract",
            index=models.Index(fields=["changed_at", "id"], name="contracts_by_change"),
        ),
        migrations.AddIndex(
            model_name="contract",
            index=models.Index(fields=["state", "-id"], name="contracts_by_state"),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source", ""), _negated=True),
                fields=("source", "outside_number"),
                name="an_outside_contract_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("customer", models.F("supplier")), _negated=True), name="nobody_supplies_itself"
            ),
        ),
        migrations.AddConstraint(
            model_name="contract",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="a_contract_is_not_reversed",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(fields=["contract", "delivered_on"], name="deliveries_by_day"),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(condition=models.Q(("volume__gt", 0)), name="a_delivery_is_above_zero"),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("accepted__isnull", True),
                    models.Q(("accepted__gte", 0), ("accepted__lte", models.F("volume"))),
                    _connector="OR",
                ),
                name="no_more_is_accepted_than_delivered",
            ),
        ),
        migrations.AddConstraint(
            model_name="penalty",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("condition__isnull", True), ("year__isnull", False)),
                    models.Q(("condition__isnull", False), ("year__isnull", True)),
                    _connector="OR",
                ),
                name="a_penalty_is_for_a_year_or_a_condition",
            ),
        ),
        migrations.AddConstraint(
            model_name="penalty",
            constraint=models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="a_penalty_is_money"),
        ),
        migrations.AddConstraint(
            model_name="performance",
            constraint=models.CheckConstraint(condition=models.Q(("value__gt", 0)), name="a_performance_has_a_value"),
        ),
        migrations.AddConstraint(
            model_name="pledge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"
                ),
                name="pledge_not_reversed",
            ),
        ),
        migrations.AddConstraint(
            model_name="valueyear",
            constraint=models.UniqueConstraint(fields=("programme", "year"), name="a_value_a_year"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(fields=("contract", "place"), name="a_version_a_place"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", ondiris.domains.contracts.terms.VersionState["PROPOSED"])),
                fields=("contract",),
                name="one_change_proposed_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", ondiris.domains.contracts.terms.VersionState["IN_FORCE"])),
                fields=("contract",),
                name="one_version_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="a_version_is_not_reversed"
            ),
        ),
        migrations.AddIndex(
            model_name="good",
            index=models.Index(fields=["code"], name="goods_by_code"),
        ),
        migrations.AddConstraint(
            model_name="good",
            constraint=models.UniqueConstraint(fields=("version", "place"), name="a_good_a_place"),
        ),
        migrations.AddConstraint(
            model_name="condition",
            constraint=models.UniqueConstraint(fields=("version", "place"), name="a_condition_a_place"),
        ),
        migrations.AddConstraint(
            model_name="condition",
            constraint=models.CheckConstraint(condition=models.Q(("value__gt", 0)), name="a_condition_has_a_value"),
        ),
        migrations.AddConstraint(
            model_name="versionsignature",
            constraint=models.UniqueConstraint(fields=("version", "side"), name="a_side_signs_a_version_once"),
        ),
        migrations.AddConstraint(
            model_name="volume",
            constraint=models.UniqueConstraint(fields=("good", "year"), name="a_volume_a_year"),
        ),
        migrations.AddConstraint(
            model_name="volume",
            constraint=models.CheckConstraint(condition=models.Q(("volume__gt", 0)), name="a_volume_is_above_zero"),
        ),
        migrations.AddConstraint(
            model_name="volume",
            constraint=models.CheckConstraint(condition=models.Q(("price__gte", 0)), name="a_price_is_not_negative"),
        ),
    ]
