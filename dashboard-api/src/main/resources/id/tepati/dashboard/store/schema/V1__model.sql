-- What the pipeline published, as rows. Instants are microseconds since 1970 in UTC, days are days since 1970.
-- commit_no of a row: the commit of the writer that changed it last; what is gone stays as a row until nobody asks.

CREATE TABLE model (
  only_row INTEGER NOT NULL PRIMARY KEY,
  epoch BIGINT NOT NULL,
  commit_no BIGINT NOT NULL,
  figures_commit_no BIGINT NOT NULL,
  as_of BIGINT,
  written_at BIGINT,
  filled INTEGER NOT NULL,
  records BIGINT NOT NULL,
  unreadable BIGINT NOT NULL,
  last_case_no BIGINT NOT NULL
);
INSERT INTO model VALUES (1, 0, 0, 0, NULL, NULL, 0, 0, 0, 0);

CREATE TABLE positions (
  topic ${text} NOT NULL,
  topic_part INTEGER NOT NULL,
  topic_id ${text} NOT NULL,
  next_offset BIGINT NOT NULL,
  PRIMARY KEY (topic, topic_part)
);

-- standing: 0 no promise of it runs, 1 open, 2 open and at risk, 3 open and late
CREATE TABLE cases (
  case_no ${number_key},
  unit ${text} NOT NULL,
  case_id ${text} NOT NULL,
  incomplete INTEGER NOT NULL,
  standing INTEGER NOT NULL,
  finished_at BIGINT,
  broken INTEGER NOT NULL,
  record ${bytes} NOT NULL
);
CREATE UNIQUE INDEX cases_by_id ON cases (unit, case_id);

-- clock_no: case_no * 4096 + place in its record; due_at of what has none: the largest number
CREATE TABLE clocks (
  clock_no ${number_key},
  unit ${text} NOT NULL,
  case_id ${text} NOT NULL,
  clock ${text} NOT NULL,
  stage ${text},
  cycle INTEGER NOT NULL,
  service ${text} NOT NULL,
  promise ${text},
  outcome ${text} NOT NULL,
  is_open INTEGER NOT NULL,
  at_counter INTEGER NOT NULL,
  at_risk INTEGER NOT NULL,
  start_at BIGINT NOT NULL,
  start_day INTEGER NOT NULL,
  end_at BIGINT,
  due_at BIGINT NOT NULL,
  at_risk_from BIGINT,
  verdict_at BIGINT,
  verdict_day INTEGER,
  figure_day INTEGER NOT NULL,
  seconds BIGINT,
  used BIGINT
);

CREATE TABLE tallies (
  unit ${text} NOT NULL,
  service ${text} NOT NULL,
  promise ${text} NOT NULL,
  tally_day INTEGER NOT NULL,
  opened BIGINT NOT NULL,
  no_promise BIGINT NOT NULL,
  on_time BIGINT NOT NULL,
  late BIGINT NOT NULL,
  late_open BIGINT NOT NULL,
  cancelled BIGINT NOT NULL,
  unserved BIGINT NOT NULL,
  duration ${bytes} NOT NULL,
  used ${bytes} NOT NULL,
  gone INTEGER NOT NULL,
  commit_no BIGINT NOT NULL,
  PRIMARY KEY (unit, service, promise, tally_day)
)${clustered};
CREATE INDEX tallies_by_commit ON tallies (commit_no);
CREATE INDEX tallies_by_day ON tallies (tally_day);

CREATE TABLE unit_counts (
  unit ${text} NOT NULL PRIMARY KEY,
  cases BIGINT NOT NULL,
  incomplete BIGINT NOT NULL,
  open_cases BIGINT NOT NULL,
  at_risk_cases BIGINT NOT NULL,
  late_cases BIGINT NOT NULL,
  commit_no BIGINT NOT NULL
);

CREATE TABLE promise_counts (
  unit ${text} NOT NULL,
  service ${text} NOT NULL,
  promise ${text} NOT NULL,
  tallies BIGINT NOT NULL,
  open_late BIGINT NOT NULL,
  open_at_risk BIGINT NOT NULL,
  open_other BIGINT NOT NULL,
  commit_no BIGINT NOT NULL,
  PRIMARY KEY (unit, service, promise)
)${clustered};

CREATE TABLE restatements (
  unit ${text} NOT NULL,
  restated_day INTEGER NOT NULL,
  cause ${text} NOT NULL,
  learned_day INTEGER NOT NULL,
  record ${bytes} NOT NULL,
  PRIMARY KEY (unit, restated_day, cause, learned_day)
)${clustered};

CREATE TABLE sources (
  unit ${text} NOT NULL,
  source ${text} NOT NULL,
  record ${bytes},
  commit_no BIGINT NOT NULL,
  PRIMARY KEY (unit, source)
)${clustered};

CREATE TABLE dead_letters (
  letter_id ${text} NOT NULL PRIMARY KEY,
  refused_at BIGINT NOT NULL,
  code ${text} NOT NULL,
  unit ${text},
  source ${text},
  at_gateway INTEGER NOT NULL,
  record ${bytes} NOT NULL
);
CREATE INDEX dead_letters_newest ON dead_letters (refused_at DESC, letter_id);
