import django.db.models.deletion
from django.db import migrations, models

import ondiris.domains.parties.terms
import ondiris.domains.planning.terms


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0002_letters"),
        ("lists", "0001_initial"),
        ("parties", "0008_shares_files"),
    ]

    operations = [
        migrations.CreateModel(
            name="GoodsList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True)),
                ("state", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField(default=1)),
                ("year", models.PositiveSmallIntegerField(unique=True)),
                ("drawn_on", models.DateField()),
                ("sent_on", models.DateField(null=True)),
                ("approved_on", models.DateField(null=True)),
                ("placed_on", models.DateField(null=True)),
                (
                    "edition",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goods_list",
                        to="lists.edition",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Proposal",
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
                (
                    "through",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.parties.terms.Role["HYDROCARBONS_AUTHORITY"],
                                ondiris.domains.parties.terms.Role["HYDROCARBONS_AUTHORITY"],
                            ),
                            (
                                ondiris.domains.parties.terms.Role["SOLID_MINERALS_AUTHORITY"],
                                ondiris.domains.parties.terms.Role["SOLID_MINERALS_AUTHORITY"],
                            ),
                        ],
                        max_length=40,
                    ),
                ),
                ("classified_on", models.DateField(null=True)),
                ("code", models.CharField(max_length=10, verbose_name="Commodity code")),
                ("name_kk", models.CharField(max_length=300)),
                ("name_ru", models.CharField(max_length=300)),
                ("unit", models.CharField(max_length=60, verbose_name="Unit")),
                ("needed", models.DecimalField(decimal_places=4, max_digits=20)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=17)),
                ("volume", models.DecimalField(decimal_places=4, max_digits=20, null=True, verbose_name="Volume")),
                ("starts_on", models.DateField(null=True)),
                ("ends_on", models.DateField(null=True)),
                ("answered_on", models.DateField(null=True)),
                ("reason", models.TextField(blank=True)),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="proposals", to="parties.organisation"
                    ),
                ),
                (
                    "goods_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="proposals", to="planning.goodslist"
                    ),
                ),
                (
                    "specification",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Interest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True)),
                ("state", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField(default=1)),
                ("note", models.TextField(blank=True, verbose_name="What you can make")),
                ("expressed_on", models.DateField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="interests", to="parties.organisation"
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="interests", to="planning.proposal"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Information",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("sent_on", models.DateField()),
                ("text", models.TextField(blank=True)),
                ("summary", models.JSONField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="parties.organisation"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("year", "organisation"), name="informed_once_a_year")],
            },
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.planning.terms.NeedKind["PLAN"],
                                ondiris.domains.planning.terms.NeedKind["PLAN"],
                            ),
                            (
                                ondiris.domains.planning.terms.NeedKind["REPORT"],
                                ondiris.domains.planning.terms.NeedKind["REPORT"],
                            ),
                        ],
                        max_length=10,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("item", models.CharField(max_length=40)),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.planning.terms.Subject["GOOD"],
                                ondiris.domains.planning.terms.Subject["GOOD"],
                            ),
                            (
                                ondiris.domains.planning.terms.Subject["WORK"],
                                ondiris.domains.planning.terms.Subject["WORK"],
                            ),
                            (
                                ondiris.domains.planning.terms.Subject["SERVICE"],
                                ondiris.domains.planning.terms.Subject["SERVICE"],
                            ),
                        ],
                        max_length=10,
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=10)),
                ("name_kk", models.CharField(max_length=300)),
                ("name_ru", models.CharField(max_length=300)),
                ("unit", models.CharField(max_length=60)),
                ("volume", models.DecimalField(decimal_places=4, max_digits=20)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=17)),
                (
                    "customer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="needs", to="parties.organisation"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["year", "kind", "code"], name="needs_by_good")],
                "constraints": [
                    models.UniqueConstraint(fields=("customer", "kind", "year", "item"), name="a_need_once"),
                    models.CheckConstraint(condition=models.Q(("volume__gt", 0)), name="a_need_has_a_volume"),
                    models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="a_need_is_not_negative"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("subject", ondiris.domains.planning.terms.Subject["GOOD"]), _negated=True),
                            models.Q(("code", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_good_has_a_code",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Passing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.parties.terms.Role["HYDROCARBONS_AUTHORITY"],
                                ondiris.domains.parties.terms.Role["HYDROCARBONS_AUTHORITY"],
                            ),
                            (
                                ondiris.domains.parties.terms.Role["SOLID_MINERALS_AUTHORITY"],
                                ondiris.domains.parties.terms.Role["SOLID_MINERALS_AUTHORITY"],
                            ),
                        ],
                        max_length=40,
                    ),
                ),
                ("passed_on", models.DateField()),
                (
                    "goods_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="passings", to="planning.goodslist"
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="parties.organisation"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("goods_list", "role"), name="passed_on_once")],
            },
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(fields=["goods_list", "state", "code"], name="proposals_by_state"),
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(fields=["code"], name="proposals_by_good"),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(
                fields=("goods_list", "customer", "code", "unit"), name="a_customers_good_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="a_proposal_is_not_reversed",
            ),
        ),
        migrations.AddConstraint(
            model_name="interest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", ondiris.domains.planning.terms.InterestState["STANDS"])),
                fields=("proposal", "organisation"),
                name="interested_once",
            ),
        ),
    ]
