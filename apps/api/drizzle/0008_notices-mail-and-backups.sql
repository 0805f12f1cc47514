CREATE TABLE "backup_run" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"occasion" text COLLATE "C" NOT NULL,
	"started_by" text COLLATE "C",
	"started_at" bigint NOT NULL,
	"finished_at" bigint,
	"status" text COLLATE "C" NOT NULL,
	"path" text,
	"size" bigint,
	"streams" integer,
	"entries" integer,
	"files" integer,
	"verified" boolean NOT NULL,
	"error" text COLLATE "C",
	"details" jsonb NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "mail_digest" (
	"account_id" text COLLATE "C" NOT NULL,
	"day" date NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"attempts" integer NOT NULL,
	"last_error" text COLLATE "C",
	"claimed_at" bigint NOT NULL,
	"next_at" bigint,
	"sent_at" bigint,
	"covers_until" bigint NOT NULL,
	"notices" integer NOT NULL,
	CONSTRAINT "mail_digest_account_id_day_pk" PRIMARY KEY("account_id","day")
);
--> statement-breakpoint
CREATE TABLE "mail_setting" (
	"account_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"digest" boolean NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_watermark" (
	"stream_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"stream_id" text COLLATE "C",
	"params" jsonb NOT NULL,
	"key" text NOT NULL,
	"created_at" bigint NOT NULL,
	"read_at" bigint
);
--> statement-breakpoint
CREATE INDEX "backup_run_started" ON "backup_run" USING btree ("started_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "notice_once" ON "notice" USING btree ("account_id","key");--> statement-breakpoint
CREATE INDEX "notice_newest" ON "notice" USING btree ("account_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notice" USING btree ("account_id") WHERE read_at is null;