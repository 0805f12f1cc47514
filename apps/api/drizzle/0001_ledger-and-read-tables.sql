CREATE TABLE "stream" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"head_hash" text COLLATE "C" NOT NULL,
	"last_recorded_at" bigint
);
--> statement-breakpoint
CREATE TABLE "entry" (
	"stream_id" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"type_version" integer NOT NULL,
	"occurred_on" date NOT NULL,
	"occurred_time" text COLLATE "C",
	"recorded_at" bigint NOT NULL,
	"recorded_by" jsonb NOT NULL,
	"done_by" jsonb,
	"document_ids" text[] NOT NULL,
	"irregular" jsonb,
	"command_id" text COLLATE "C" NOT NULL,
	"payload" jsonb NOT NULL,
	"prev_hash" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "entry_stream_id_seq_pk" PRIMARY KEY("stream_id","seq")
);
--> statement-breakpoint
CREATE TABLE "seal" (
	"number" integer PRIMARY KEY NOT NULL,
	"sealed_at" bigint NOT NULL,
	"sealed_on" date NOT NULL,
	"occasion" text COLLATE "C" NOT NULL,
	"stream_count" integer NOT NULL,
	"heads_hash" text COLLATE "C" NOT NULL,
	"prev_hash" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seal_head" (
	"seal_number" integer NOT NULL,
	"stream_id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"head_hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "seal_head_stream_id_seal_number_pk" PRIMARY KEY("stream_id","seal_number")
);
--> statement-breakpoint
CREATE TABLE "number_counter" (
	"organ_id" text COLLATE "C" NOT NULL,
	"series" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_counter_organ_id_series_year_pk" PRIMARY KEY("organ_id","series","year")
);
--> statement-breakpoint
CREATE TABLE "command" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"salt" text COLLATE "C",
	"body_hash" text COLLATE "C",
	"answer" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_index" (
	"stream_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"projection_version" integer NOT NULL,
	"version" integer NOT NULL,
	"case_number" text,
	"title" text NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"handlers" text[] NOT NULL,
	"procedure" text COLLATE "C",
	"law_version" text COLLATE "C",
	"filed_on" date,
	"received_on" date,
	"accepted_on" date,
	"accepted_by" text COLLATE "C",
	"accepted_visible_from" date,
	"closed_on" date,
	"outcome" text COLLATE "C",
	"document_numbers" text[] NOT NULL,
	"law_book_version" text COLLATE "C" NOT NULL,
	"calendar_version" text COLLATE "C" NOT NULL,
	"padded_numbers" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participant" (
	"stream_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"capacity" text COLLATE "C" NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"waiting_for" text COLLATE "C",
	"due_rule" text COLLATE "C",
	"sort_due" date NOT NULL,
	"due_status" text COLLATE "C" NOT NULL,
	"amber_on" date NOT NULL,
	"red_on" date NOT NULL,
	"handlers" text[] NOT NULL,
	"closed" boolean NOT NULL,
	CONSTRAINT "participant_stream_id_organ_id_capacity_from_on_pk" PRIMARY KEY("stream_id","organ_id","capacity","from_on")
);
--> statement-breakpoint
CREATE TABLE "clock" (
	"stream_id" text COLLATE "C" NOT NULL,
	"clock_id" text COLLATE "C" NOT NULL,
	"rule_id" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"start_seq" integer,
	"visible_from" date NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"raw" date,
	"due" date,
	"end_kind" text COLLATE "C" NOT NULL,
	"end_on" date,
	"marks" text[] NOT NULL,
	"law_book_version" text COLLATE "C" NOT NULL,
	"calendar_version" text COLLATE "C" NOT NULL,
	CONSTRAINT "clock_stream_id_clock_id_pk" PRIMARY KEY("stream_id","clock_id")
);
--> statement-breakpoint
CREATE TABLE "party_name" (
	"stream_id" text COLLATE "C" NOT NULL,
	"party_id" text COLLATE "C" NOT NULL,
	"capacity" text COLLATE "C" NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"person_record_id" text COLLATE "C",
	"name" text NOT NULL,
	"padded" text NOT NULL,
	CONSTRAINT "party_name_stream_id_organ_id_party_id_capacity_pk" PRIMARY KEY("stream_id","organ_id","party_id","capacity")
);
--> statement-breakpoint
CREATE TABLE "link" (
	"from_stream_id" text COLLATE "C" NOT NULL,
	"to_stream_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "link_from_stream_id_seq_pk" PRIMARY KEY("from_stream_id","seq")
);
--> statement-breakpoint
CREATE TABLE "case_fact" (
	"stream_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"on" date,
	"value" text,
	"visible_from" date,
	"known_from" bigint NOT NULL,
	"known_to" bigint
);
--> statement-breakpoint
CREATE TABLE "person_record" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"stream_id" text COLLATE "C" NOT NULL,
	"salt" text COLLATE "C",
	"content" jsonb
);
--> statement-breakpoint
CREATE TABLE "narrative" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"stream_id" text COLLATE "C" NOT NULL,
	"salt" text COLLATE "C",
	"content" text
);
--> statement-breakpoint
CREATE TABLE "file" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"size" bigint NOT NULL,
	"name" text NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"media_type" text COLLATE "C" NOT NULL,
	"stream_id" text COLLATE "C",
	"uploaded_by" text COLLATE "C" NOT NULL,
	"uploaded_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "case_index_received" ON "case_index" USING btree ("organ_id","received_on" DESC NULLS LAST,"stream_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "case_index_numbers" ON "case_index" USING gin ("padded_numbers" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "case_index_projection" ON "case_index" USING btree ("kind","projection_version","law_book_version","calendar_version");--> statement-breakpoint
CREATE INDEX "participant_open_due" ON "participant" USING btree ("organ_id","sort_due","stream_id") WHERE not closed;--> statement-breakpoint
CREATE INDEX "participant_due" ON "participant" USING btree ("organ_id","sort_due","stream_id");--> statement-breakpoint
CREATE INDEX "participant_open_handlers" ON "participant" USING gin ("organ_id","handlers") WHERE not closed;--> statement-breakpoint
CREATE INDEX "clock_rule_due" ON "clock" USING btree ("rule_id","due");--> statement-breakpoint
CREATE INDEX "party_name_search" ON "party_name" USING gin ("organ_id","padded" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "link_to" ON "link" USING btree ("to_stream_id");--> statement-breakpoint
CREATE INDEX "case_fact_stream" ON "case_fact" USING btree ("stream_id");--> statement-breakpoint
CREATE INDEX "case_fact_name_on" ON "case_fact" USING btree ("name","on");--> statement-breakpoint
CREATE INDEX "person_record_stream" ON "person_record" USING btree ("stream_id");--> statement-breakpoint
CREATE INDEX "narrative_stream" ON "narrative" USING btree ("stream_id");--> statement-breakpoint
CREATE INDEX "file_stream" ON "file" USING btree ("stream_id");