CREATE TABLE "appearance_duty" (
	"stream_id" text COLLATE "C" NOT NULL,
	"instance_id" text COLLATE "C" NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"undertaking_id" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"arises_on" date,
	"discharged_on" date,
	"result" text COLLATE "C",
	"covered_by" text COLLATE "C",
	"leader_name" text,
	"leader_rank" text COLLATE "C",
	"leader_account_id" text COLLATE "C",
	CONSTRAINT "appearance_duty_stream_id_instance_id_organ_id_pk" PRIMARY KEY("stream_id","instance_id","organ_id")
);
--> statement-breakpoint
CREATE TABLE "appearance" (
	"stream_id" text COLLATE "C" NOT NULL,
	"session_id" text COLLATE "C" NOT NULL,
	"instance_id" text COLLATE "C" NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"undertaking_id" text COLLATE "C" NOT NULL,
	"notified" text COLLATE "C" NOT NULL,
	"leader_name" text,
	"leader_title" text,
	"leader_rank" text COLLATE "C",
	"leader_account_id" text COLLATE "C",
	"leader_post_id" text COLLATE "C",
	"planned_on" date,
	"confirmed_on" date,
	"proof_on" date,
	"recorded_on" date,
	"explained_on" date,
	"counts" boolean,
	"spoke" boolean,
	"left_early" boolean,
	"refused_to_explain" boolean,
	"sat_instead" text COLLATE "C",
	"not_counting" text[] NOT NULL,
	"triggers" text[] NOT NULL,
	CONSTRAINT "appearance_stream_id_session_id_organ_id_pk" PRIMARY KEY("stream_id","session_id","organ_id")
);
--> statement-breakpoint
CREATE TABLE "calendar_feed" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"secret_hash" text COLLATE "C" NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C",
	"label" text NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "court_session" (
	"stream_id" text COLLATE "C" NOT NULL,
	"session_id" text COLLATE "C" NOT NULL,
	"instance_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"on_day" date NOT NULL,
	"time" text COLLATE "C" NOT NULL,
	"minutes" integer NOT NULL,
	"place" text NOT NULL,
	"is_public" boolean NOT NULL,
	"cancelled_on" date,
	"held_on" date,
	"observed" boolean NOT NULL,
	"invited" text[] NOT NULL,
	CONSTRAINT "court_session_stream_id_session_id_pk" PRIMARY KEY("stream_id","session_id")
);
--> statement-breakpoint
CREATE TABLE "lawsuit_instance" (
	"stream_id" text COLLATE "C" NOT NULL,
	"instance_id" text COLLATE "C" NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"court" text NOT NULL,
	"court_number" text NOT NULL,
	"number_key" text COLLATE "C",
	"remand" boolean NOT NULL,
	"opened_on" date NOT NULL,
	"docketed_on" date,
	"ended_on" date,
	"outcomes" text[] NOT NULL,
	"effective_on" date,
	CONSTRAINT "lawsuit_instance_stream_id_instance_id_pk" PRIMARY KEY("stream_id","instance_id")
);
--> statement-breakpoint
CREATE TABLE "leader_engagement" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"organ_id" text COLLATE "C" NOT NULL,
	"account_id" text COLLATE "C" NOT NULL,
	"on_day" date NOT NULL,
	"from_minute" integer NOT NULL,
	"until_minute" integer NOT NULL,
	"what" text NOT NULL,
	"created_by" text COLLATE "C" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "appearance_duty_organ" ON "appearance_duty" USING btree ("organ_id","arises_on");--> statement-breakpoint
CREATE INDEX "appearance_duty_undertaking" ON "appearance_duty" USING btree ("undertaking_id","arises_on");--> statement-breakpoint
CREATE INDEX "appearance_leader" ON "appearance" USING btree ("leader_account_id") WHERE leader_account_id is not null;--> statement-breakpoint
CREATE INDEX "appearance_unrecorded" ON "appearance" USING btree ("undertaking_id") WHERE recorded_on is null;--> statement-breakpoint
CREATE INDEX "appearance_organ" ON "appearance" USING btree ("organ_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feed_secret" ON "calendar_feed" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "calendar_feed_organ" ON "calendar_feed" USING btree ("organ_id");--> statement-breakpoint
CREATE INDEX "court_session_day" ON "court_session" USING btree ("on_day","time");--> statement-breakpoint
CREATE INDEX "court_session_invited" ON "court_session" USING gin ("invited") WHERE observed;--> statement-breakpoint
CREATE UNIQUE INDEX "lawsuit_instance_number" ON "lawsuit_instance" USING btree ("number_key") WHERE number_key is not null;--> statement-breakpoint
CREATE INDEX "lawsuit_instance_organ" ON "lawsuit_instance" USING btree ("organ_id","level","court");--> statement-breakpoint
CREATE INDEX "leader_engagement_leader" ON "leader_engagement" USING btree ("account_id","on_day");--> statement-breakpoint
CREATE INDEX "leader_engagement_organ" ON "leader_engagement" USING btree ("organ_id","on_day");