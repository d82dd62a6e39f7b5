-- A campaign is asked for by its name.
CREATE INDEX campaign_fact_name ON campaign_fact (name);
