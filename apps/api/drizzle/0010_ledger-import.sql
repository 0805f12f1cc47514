CREATE TABLE "import_mapping" (
	"organ_id" text COLLATE "C" NOT NULL,
	"signature" text COLLATE "C" NOT NULL,
	"mapping" jsonb NOT NULL,
	"saved_by" text COLLATE "C" NOT NULL,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "import_mapping_organ_id_signature_pk" PRIMARY KEY("organ_id","signature")
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"run_id" text COLLATE "C" NOT NULL,
	"n" integer NOT NULL,
	"cells" jsonb,
	"row_key" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C",
	"case_number" text COLLATE "C",
	"problems" jsonb,
	"differences" jsonb,
	"stream_id" text COLLATE "C",
	CONSTRAINT "import_row_run_id_n_pk" PRIMARY KEY("run_id","n")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"file_name" text NOT NULL,
	"content" "bytea",
	"sheets" jsonb NOT NULL,
	"sheet" text,
	"header_from" integer,
	"header_to" integer,
	"headers" jsonb,
	"samples" jsonb,
	"signature" text COLLATE "C",
	"mapping" jsonb,
	"status" text COLLATE "C" NOT NULL,
	"total" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"touched_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "import_row_status_idx" ON "import_row" USING btree ("run_id","status","n");--> statement-breakpoint
CREATE INDEX "import_row_level_idx" ON "import_row" USING btree ("run_id","level","n");--> statement-breakpoint
CREATE INDEX "import_row_key_idx" ON "import_row" USING btree ("run_id","row_key","n");--> statement-breakpoint
CREATE INDEX "import_run_organ_idx" ON "import_run" USING btree ("organ_id","created_at" DESC NULLS LAST,id);