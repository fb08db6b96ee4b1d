import datetime
import django.db.models.deletion
import supports.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Support',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record_id', models.CharField(max_length=200, unique=True, verbose_name='mã hồ sơ')),
                ('enterprise', models.CharField(max_length=200, verbose_name='mã số doanh nghiệp')),
            ],
            options={
                'verbose_name': 'lượt hỗ trợ',
                'verbose_name_plural': 'lượt hỗ trợ',
            },
        ),
        migrations.CreateModel(
            name='Claim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_day', models.DateField(blank=True, help_text='trống: từ đầu', null=True, verbose_name='từ ngày')),
                ('last_day', models.DateField(verbose_name='đến hết ngày')),
                ('claimed_on', models.DateField(default=supports.models.today, editable=False, verbose_name='ngày xác nhận')),
            ],
            options={
                'verbose_name': 'xác nhận số liệu đầy đủ',
                'verbose_name_plural': 'xác nhận số liệu đầy đủ',
                'constraints': [models.CheckConstraint(condition=models.Q(('first_day__range', (datetime.date(1, 1, 1), datetime.date(9999, 12, 31)))), name='first_day_is_a_day'), models.CheckConstraint(condition=models.Q(('last_day__range', (datetime.date(1, 1, 1), datetime.date(9999, 12, 31)))), name='last_day_is_a_day'), models.CheckConstraint(condition=models.Q(('claimed_on__range', (datetime.date(1, 1, 1), datetime.date(9999, 12, 31)))), name='claimed_on_is_a_day'), models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='claim_ends_after_it_starts', violation_error_message='Ngày cuối sớm hơn ngày đầu; hãy sửa lại ngày ghi sai.')],
            },
        ),
        migrations.CreateModel(
            name='RejectedRow',
            fields=[
                ('entry', models.UUIDField(primary_key=True, serialize=False)),
                ('record_id', models.TextField(null=True, verbose_name='mã hồ sơ')),
                ('received_on', models.DateField(verbose_name='ngày nhận')),
                ('settled_on', models.DateField(null=True, verbose_name='ngày giải quyết')),
                ('sent', models.TextField(verbose_name='nội dung đã gửi')),
                ('problems', models.TextField(verbose_name='lý do')),
            ],
            options={
                'verbose_name': 'dòng chưa tiếp nhận được',
                'verbose_name_plural': 'dòng chưa tiếp nhận được',
                'constraints': [models.CheckConstraint(condition=models.Q(('received_on__range', (datetime.date(1, 1, 1), datetime.date(9999, 12, 31)))), name='received_on_is_a_day'), models.CheckConstraint(condition=models.Q(('settled_on__range', (datetime.date(1, 1, 1), datetime.date(9999, 12, 31)))), name='settled_on_is_a_day')],
            },
        ),
        migrations.CreateModel(
            name='StoredEvaluation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=100)),
                ('library', models.CharField(max_length=50)),
                ('as_of', models.DateField(verbose_name='đánh giá đến hết ngày')),
                ('stored_at', models.DateTimeField(auto_now_add=True, verbose_name='lưu lúc')),
                ('program', models.JSONField()),
                ('figures', models.JSONField()),
                ('evaluation', models.JSONField()),
            ],
            options={
                'verbose_name': 'kết quả đánh giá đã lưu',
                'verbose_name_plural': 'kết quả đánh giá đã lưu',
                'constraints': [models.UniqueConstraint(fields=('digest', 'library'), name='stored_once')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_on', models.DateField(verbose_name='ngày ghi nhận')),
                ('annulled', models.BooleanField(verbose_name='đã hủy')),
                ('verified', models.BooleanField(verbose_name='đã xác minh')),
                ('document', models.TextField(null=True, verbose_name='văn bản')),
                ('kind', models.CharField(max_length=20, verbose_name='loại hình')),
                ('started_on', models.DateField(verbose_name='ngày bắt đầu')),
                ('completed_on', models.DateField(null=True, verbose_name='ngày hoàn thành')),
                ('level', models.CharField(max_length=20, verbose_name='cấp')),
                ('locality', models.CharField(max_length=200, null=True, verbose_name='địa bàn')),
                ('vnd_of_the_state', models.BigIntegerField(null=True, verbose_name='ngân sách nhà nước')),
                ('vnd_of_others', models.BigIntegerField(null=True, verbose_name='nguồn khác')),
                ('spending_year', models.IntegerField(null=True, verbose_name='năm ngân sách')),
                ('support', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='supports.support')),
            ],
            options={
                'verbose_name': 'phiên bản',
                'verbose_name_plural': 'phiên bản',
                'constraints': [models.UniqueConstraint(fields=('support', 'recorded_on'), name='one_version_a_day'), models.CheckConstraint(condition=models.Q(('recorded_on__range', (datetime.date(1, 1, 1), datetime.date(9999, 12, 31)))), name='recorded_on_is_a_day'), models.CheckConstraint(condition=models.Q(('started_on__range', (datetime.date(1, 1, 1), datetime.date(9999, 12, 31)))), name='started_on_is_a_day'), models.CheckConstraint(condition=models.Q(('completed_on__range', (datetime.date(1, 1, 1), datetime.date(9999, 12, 31)))), name='completed_on_is_a_day'), models.CheckConstraint(condition=models.Q(('completed_on__gte', models.F('started_on'))), name='ends_after_it_starts'), models.CheckConstraint(condition=models.Q(('kind__in', ['enterprise', 'cooperative', 'household'])), name='kind_is_known'), models.CheckConstraint(condition=models.Q(('level__in', ['city', 'ministry', 'nation'])), name='level_is_known'), models.CheckConstraint(condition=models.Q(('vnd_of_the_state__range', (0, 1000000000000000000))), name='vnd_of_the_state_fits'), models.CheckConstraint(condition=models.Q(('vnd_of_others__range', (0, 1000000000000000000))), name='vnd_of_others_fits'), models.CheckConstraint(condition=models.Q(('spending_year__range', (1900, 2100))), name='spending_year_fits')],
            },
        ),
    ]
