import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models

import ondiris.domains.parties.terms


class Migration(migrations.Migration):
    dependencies = [
        ("parties", "0005_roles_and_language"),
    ]

    operations = [
        migrations.CreateModel(
            name="OrganisationStatus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.parties.terms.Status["EXTRACTS_MINERALS"],
                                ondiris.domains.parties.terms.Status["EXTRACTS_MINERALS"],
                            ),
                            (
                                ondiris.domains.parties.terms.Status["NATIONAL_MANAGING_HOLDING"],
                                ondiris.domains.parties.terms.Status["NATIONAL_MANAGING_HOLDING"],
                            ),
                            (
                                ondiris.domains.parties.terms.Status["NATIONAL_HOLDING"],
                                ondiris.domains.parties.terms.Status["NATIONAL_HOLDING"],
                            ),
                            (
                                ondiris.domains.parties.terms.Status["NATIONAL_COMPANY"],
                                ondiris.domains.parties.terms.Status["NATIONAL_COMPANY"],
                            ),
                            (
                                ondiris.domains.parties.terms.Status["SOCIAL_ENTREPRENEURIAL_CORPORATION"],
                                ondiris.domains.parties.terms.Status["SOCIAL_ENTREPRENEURIAL_CORPORATION"],
                            ),
                            (
                                ondiris.domains.parties.terms.Status["NATIONAL_WELFARE_FUND"],
                                ondiris.domains.parties.terms.Status["NATIONAL_WELFARE_FUND"],
                            ),
                        ],
                        max_length=40,
                    ),
                ),
                ("basis", models.CharField(max_length=300, verbose_name="Basis")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="statuses", to="parties.organisation"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"
                        ),
                        name="status_not_reversed",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("status", ondiris.domains.parties.terms.Status["EXTRACTS_MINERALS"])),
                        expressions=[
                            (
                                models.Func(
                                    "organisation_id",
                                    "organisation_id",
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=None,
                                ),
                                "&&",
                            ),
                            (models.Func("valid_from", "valid_to", function="daterange"), "&&"),
                        ],
                        name="once_extracts_minerals",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(
                            ("status", ondiris.domains.parties.terms.Status["NATIONAL_MANAGING_HOLDING"])
                        ),
                        expressions=[
                            (
                                models.Func(
                                    "organisation_id",
                                    "organisation_id",
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=None,
                                ),
                                "&&",
                            ),
                            (models.Func("valid_from", "valid_to", function="daterange"), "&&"),
                        ],
                        name="once_national_managing_holding",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("status", ondiris.domains.parties.terms.Status["NATIONAL_HOLDING"])),
                        expressions=[
                            (
                                models.Func(
                                    "organisation_id",
                                    "organisation_id",
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=None,
                                ),
                                "&&",
                            ),
                            (models.Func("valid_from", "valid_to", function="daterange"), "&&"),
                        ],
                        name="once_national_holding",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("status", ondiris.domains.parties.terms.Status["NATIONAL_COMPANY"])),
                        expressions=[
                            (
                                models.Func(
                                    "organisation_id",
                                    "organisation_id",
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=None,
                                ),
                                "&&",
                            ),
                            (models.Func("valid_from", "valid_to", function="daterange"), "&&"),
                        ],
                        name="once_national_company",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(
                            ("status", ondiris.domains.parties.terms.Status["SOCIAL_ENTREPRENEURIAL_CORPORATION"])
                        ),
                        expressions=[
                            (
                                models.Func(
                                    "organisation_id",
                                    "organisation_id",
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=None,
                                ),
                                "&&",
                            ),
                            (models.Func("valid_from", "valid_to", function="daterange"), "&&"),
                        ],
                        name="once_social_entrepreneurial_corporation",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("status", ondiris.domains.parties.terms.Status["NATIONAL_WELFARE_FUND"])),
                        expressions=[
                            (
                                models.Func(
                                    "organisation_id",
                                    "organisation_id",
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=None,
                                ),
                                "&&",
                            ),
                            (models.Func("valid_from", "valid_to", function="daterange"), "&&"),
                        ],
                        name="once_national_welfare_fund",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("status", ondiris.domains.parties.terms.Status["NATIONAL_WELFARE_FUND"])),
                        expressions=[(models.Func("valid_from", "valid_to", function="daterange"), "&&")],
                        name="one_national_welfare_fund",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Shareholding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "owner_kind",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.parties.terms.Owner["ORGANISATION"],
                                ondiris.domains.parties.terms.Owner["ORGANISATION"],
                            ),
                            (
                                ondiris.domains.parties.terms.Owner["STATE"],
                                ondiris.domains.parties.terms.Owner["STATE"],
                            ),
                            (
                                ondiris.domains.parties.terms.Owner["OTHER"],
                                ondiris.domains.parties.terms.Owner["OTHER"],
                            ),
                        ],
                        max_length=12,
                    ),
                ),
                ("share", models.DecimalField(decimal_places=6, max_digits=9, verbose_name="Share")),
                (
                    "owner_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(owner_kind=ondiris.domains.parties.terms.Owner["STATE"], then=-1),
                            models.When(owner_kind=ondiris.domains.parties.terms.Owner["OTHER"], then=-2),
                            default=models.F("owner_id"),
                            output_field=models.BigIntegerField(),
                        ),
                        output_field=models.BigIntegerField(),
                    ),
                ),
                (
                    "manager_key",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            "manager_id", models.Value(0), output_field=models.BigIntegerField()
                        ),
                        output_field=models.BigIntegerField(),
                    ),
                ),
                (
                    "held",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="holders", to="parties.organisation"
                    ),
                ),
                (
                    "manager",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="managed_holdings",
                        to="parties.organisation",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holdings",
                        to="parties.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"
                        ),
                        name="shareholding_not_reversed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("share__gt", 0), ("share__lte", 100)), name="a_share_is_of_a_hundred"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("owner__isnull", False),
                                ("owner_kind", ondiris.domains.parties.terms.Owner["ORGANISATION"]),
                            ),
                            models.Q(
                                ("owner__isnull", True),
                                (
                                    "owner_kind__in",
                                    [
                                        ondiris.domains.parties.terms.Owner["STATE"],
                                        ondiris.domains.parties.terms.Owner["OTHER"],
                                    ],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="an_owner_is_named_or_is_none",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("owner", models.F("held")), _negated=True),
                            models.Q(("manager", models.F("held")), _negated=True),
                        ),
                        name="nobody_holds_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("owner", models.F("manager")), _negated=True),
                        name="an_owner_is_no_trustee_of_its_own",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    "held_id", "held_id", models.Value("[]"), function="int8range", output_field=None
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    "owner_key",
                                    "owner_key",
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=None,
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    "manager_key",
                                    "manager_key",
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=None,
                                ),
                                "&&",
                            ),
                            (models.Func("valid_from", "valid_to", function="daterange"), "&&"),
                        ],
                        name="one_parcel_of_a_kind_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrustManagement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(blank=True, null=True)),
                (
                    "manager_kind",
                    models.CharField(
                        choices=[
                            (
                                ondiris.domains.parties.terms.Manager["NATURAL_PERSON"],
                                ondiris.domains.parties.terms.Manager["NATURAL_PERSON"],
                            ),
                            (
                                ondiris.domains.parties.terms.Manager["NON_STATE_ENTITY"],
                                ondiris.domains.parties.terms.Manager["NON_STATE_ENTITY"],
                            ),
                            (
                                ondiris.domains.parties.terms.Manager["STATE_BODY"],
                                ondiris.domains.parties.terms.Manager["STATE_BODY"],
                            ),
                            (
                                ondiris.domains.parties.terms.Manager["STATE_ENTITY"],
                                ondiris.domains.parties.terms.Manager["STATE_ENTITY"],
                            ),
                        ],
                        max_length=20,
                    ),
                ),
                ("buys_later", models.BooleanField(null=True)),
                ("basis", models.CharField(max_length=300, verbose_name="Basis")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="trusts", to="parties.organisation"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to__isnull", True), ("valid_to__gt", models.F("valid_from")), _connector="OR"
                        ),
                        name="trust_management_not_reversed",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    "organisation_id",
                                    "organisation_id",
                                    models.Value("[]"),
                                    function="int8range",
                                    output_field=None,
                                ),
                                "&&",
                            ),
                            (models.Func("valid_from", "valid_to", function="daterange"), "&&"),
                        ],
                        name="one_trust_management_at_a_time",
                    ),
                ],
            },
        ),
    ]
