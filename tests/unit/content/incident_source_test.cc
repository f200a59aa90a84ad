#include "content/incident_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr int64_t kNow = 1'795'000'000;  // 2026-11-18

IncidentSource parse(const std::string& bytes, const std::string& lang = "en", BodyAs body = BodyAs::markdown,
                     const Site& site = Site()) {
  const SourceFile file{"incidents/" + lang + "/slow-search.md", bytes};
  LinkResolver links;
  links.page_of = [](const std::string& path) -> std::optional<std::string> {
    return path == "help/en/a/install.md" ? std::optional("/en/articles/install") : std::nullopt;
  };
  links.has_file = [](const std::string& path) { return path == "incidents/en/chart.png"; };
  return parse_incident({file.path, Kind::help, "slow-search", lang, ""}, file, site, links, body, kNow);
}

std::vector<std::string> findings(const IncidentSource& source) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : source.diagnostics) lines.push_back(to_string(diagnostic));
  return lines;
}

constexpr const char* kWhole = R"(---
title: Search is slow
component: Search
status: Resolved
started: 2026-11-17 14:05
resolved: 2026-11-17T16:30:00+01:00
until: 2026-11-18 12:00 UTC
queries: [search slow, timeout]
---

Results take **ten seconds**.

## 2026-11-17 15:30 UTC - Resolved

It is over. See [the article](../../help/en/a/install.md#disk).

### What we changed

- a disk

## 2026-11-17 14:20 - Identified: a full disk

    ## 2026-11-17 14:30 - code

<!--
## 2026-11-17 14:40 - not yet said
-->
![chart](chart.png)

## 2026-11-17 14:05
)";

TEST(ParseIncident, ReadsTheWhole) {
  const IncidentSource source = parse(kWhole);
  EXPECT_THAT(findings(source), IsEmpty());
  ASSERT_TRUE(source.incident);
  const Incident& incident = *source.incident;
  EXPECT_EQ(incident.id, "slow-search");
  EXPECT_EQ(incident.component, "Search");
  EXPECT_EQ(incident.status, IncidentStatus::resolved);
  EXPECT_EQ(to_rfc3339(incident.started), "2026-11-17T14:05:00Z");
  EXPECT_EQ(to_rfc3339(*incident.resolved), "2026-11-17T16:30:00+01:00");
  EXPECT_EQ(to_rfc3339(*incident.until), "2026-11-18T12:00:00Z");
  EXPECT_THAT(incident.queries,
              ElementsAre(IncidentQuery{"en", "search slow"}, IncidentQuery{"en", "timeout"}));
  EXPECT_THAT(source.keys, ElementsAre("component", "status", "started", "resolved", "until"));
  EXPECT_THAT(source.assets, ElementsAre("incidents/en/chart.png"));
  const IncidentText& text = incident.texts.at(0);
  EXPECT_EQ(text.title, "Search is slow");
  EXPECT_THAT(text.html, HasSubstr("<strong>ten seconds</strong>"));
  ASSERT_EQ(text.updates.size(), 3u);
  EXPECT_EQ(text.updates[0].status, IncidentStatus::resolved);
  EXPECT_EQ(text.updates[0].heading, "");
  EXPECT_THAT(text.updates[0].html, HasSubstr("href=\"/en/articles/install#disk\""));
  EXPECT_THAT(text.updates[0].html, HasSubstr("<h3 id=\"update-2026-11-17-1530-what-we-changed\">"));
  EXPECT_EQ(text.updates[0].text, "It is over. See the article.\nWhat we changed\na disk");
  EXPECT_EQ(text.updates[1].status, IncidentStatus::identified);
  EXPECT_EQ(text.updates[1].heading, "a full disk");
  EXPECT_THAT(text.updates[1].html, HasSubstr("14:30 - code"));
  EXPECT_THAT(text.updates[1].html, Not(HasSubstr("not yet said")));
  EXPECT_EQ(text.updates[2].status, std::nullopt);
  EXPECT_EQ(text.updates[2].html, "");
}

TEST(ParseIncident, ReadsHeadingsAsTheyAreTyped) {
  const struct {
    const char* lang;
    const char* heading;
    std::optional<IncidentStatus> status;
    const char* rest;
  } cases[] = {
      {"en", "2026-11-17 14:20 - Identified", IncidentStatus::identified, ""},
      {"en", "2026-11-17 14:20 UTC — monitoring", IncidentStatus::monitoring, ""},
      {"en", "2026-11-17T14:20Z: We *know* more", std::nullopt, "We know more"},
      {"en", "2026-11-17 14:20 Resolved. Sorry!", IncidentStatus::resolved, "Sorry!"},
      {"en", "2026-11-17 14:20 Identifiedly", std::nullopt, "Identifiedly"},
      {"ko", "2026-11-17 23:20 +09:00 - 해결됨", IncidentStatus::resolved, ""},
      {"ja", "2026-11-17 23:20 +09:00 調査中：原因は不明", IncidentStatus::investigating, "原因は不明"},
      {"ja", "2026-11-17 23:20 +09:00 - Investigating", IncidentStatus::investigating, ""},
  };
  for (const auto& one : cases) {
    const IncidentSource source =
        parse(std::string("---\ntitle: T\n---\n## ") + one.heading + "\n", one.lang);
    ASSERT_TRUE(source.incident && source.incident->texts[0].updates.size() == 1) << one.heading;
    const IncidentUpdate& update = source.incident->texts[0].updates[0];
    EXPECT_EQ(update.time.seconds, 1'794'925'200) << one.heading;
    EXPECT_EQ(update.status, one.status) << one.heading;
    EXPECT_EQ(update.heading, one.rest) << one.heading;
  }
}

TEST(ParseIncident, TimesWithoutAZoneAreInTheSites) {
  Site site;
  site.time_zone = "Asia/Seoul";
  const IncidentSource source = parse("---\ntitle: T\nstarted: 2026-11-17 14:05\n---\n## 2026-11-17 14:20\n",
                                      "en", BodyAs::markdown, site);
  EXPECT_EQ(to_rfc3339(source.incident->started), "2026-11-17T14:05:00+09:00");
  EXPECT_EQ(to_rfc3339(source.incident->texts[0].updates[0].time), "2026-11-17T14:20:00+09:00");
}

TEST(ParseIncident, SaysWhatIsWrongAndWhere) {
  const struct {
    const char* bytes;
    const char* finding;
    bool kept;
  } cases[] = {
      {"---\ntitle: T\nstatus: fixed\n---\n",
       "incidents/en/slow-search.md:3:9: error: 'status' must be investigating, identified, monitoring or "
       "resolved, not 'fixed' [incident]",
       true},
      {"---\ntitle: T\nstarted: yesterday\n---\n",
       "incidents/en/slow-search.md:3:10: error: 'started' must be a time like 2026-11-29 14:05 or "
       "2026-11-29T14:05:00+09:00, not 'yesterday' [incident]",
       true},
      {"---\ntitle: T\nstarted: 2026-11-17 14:05\nresolved: 2026-11-17 13:05\n---\n",
       "incidents/en/slow-search.md:4:11: error: 'resolved' lies before 'started' [incident]", true},
      {"---\ntitle: T\nstarted: 2026-11-17 14:05\nuntil: 2026-10-17 13:05\n---\n",
       "incidents/en/slow-search.md:4:8: error: 'until' lies before 'started' [incident]", true},
      {"---\ntitle: T\nresolved: 2026-11-17 14:05\nuntil: 2026-11-17 13:05\n---\n",
       "incidents/en/slow-search.md:4:8: error: 'until' lies before 'resolved' [incident]", true},
      {"---\ntitle: T\nseverity: high\n---\n",
       "incidents/en/slow-search.md:3:1: error: unknown key 'severity' of an incident; known are title, id, "
       "component, status, started, resolved, until, queries and draft [incident]",
       true},
      {"---\ntitle: T\nqueries: {a: b}\n---\n",
       "incidents/en/slow-search.md:3:1: error: 'queries' must be a list of texts [incident]", true},
      {"---\ntitle: T\ncomponent: [a, b]\n---\n",
       "incidents/en/slow-search.md:3:1: error: 'component' must be one text [incident]", true},
      {"---\ntitle: T\n---\n\n## Background\n",
       "incidents/en/slow-search.md:5:1: error: the heading of an update must begin with its time, as in "
       "\"## "
       "2026-11-29 14:05 - Identified\"; the update is left out [incident]",
       true},
      {"---\ntitle: T\n---\n## 2026-11-17 14:05\n## 2026-11-17 15:05 +01:00\n",
       "incidents/en/slow-search.md:5:1: error: another update has this time too; this one is left out "
       "[incident]",
       true},
      {"---\ntitle: T\n---\n## 2026-12-17 14:05\n",
       "incidents/en/slow-search.md:4:1: warning: the time of this update lies in the future [incident]",
       true},
      {"---\nstatus: identified\n---\nText\n",
       "incidents/en/slow-search.md:1:1: warning: an incident needs a `title`; its file's name is shown "
       "[title]",
       true},
      {"---\ntitle: T\ndraft: true\n---\n",
       "incidents/en/slow-search.md:3:1: note: is a draft; left out [draft]", false},
      {"---\ntitle: T\nprivate: true\n---\n",
       "incidents/en/slow-search.md:3:1: note: says 'private: true'; left out [draft]", false},
      {"\xff", "incidents/en/slow-search.md:1:1: error: the file is not UTF-8 and was left out [encoding]",
       false},
  };
  for (const auto& one : cases) {
    const IncidentSource source = parse(one.bytes);
    EXPECT_THAT(findings(source), ElementsAre(one.finding)) << one.bytes;
    EXPECT_EQ(source.incident.has_value(), one.kept) << one.bytes;
  }
  EXPECT_FALSE(parse("---\ntitle: T\n---\n" + std::string(200'000, 'x')).incident);
}

// "in progress" is a draft in many tools; of an incident it is a mistake that must be told as one.
TEST(ParseIncident, ItsStatusKeepsNothingBack) {
  const IncidentSource source = parse("---\ntitle: T\nstatus: in progress\n---\n");
  EXPECT_TRUE(source.incident);
  EXPECT_THAT(source.keys, IsEmpty());
  EXPECT_THAT(findings(source), ElementsAre(HasSubstr("'status' must be")));
}

TEST(ParseIncident, WhatCannotBeRenderedIsShownAsItStands) {
  const IncidentSource source =
      parse("---\ntitle: T\n---\n## 2026-11-17 14:05\n**a** <!-- b --> & c\n", "en", BodyAs::plain);
  EXPECT_EQ(source.incident->texts[0].updates[0].html, "<pre tabindex=\"0\">**a**  &amp; c\n</pre>\n");
}

TEST(ParseIncident, NothingInItRuns) {
  const IncidentSource source = parse(
      "---\ntitle: T\n---\n<script>a()</script>\n## 2026-11-17 14:05 <img src=x onerror=a()>\n"
      "<img src=x onerror=a()> [x](javascript:a())\n");
  const IncidentText& text = source.incident->texts[0];
  for (const std::string& html : {text.html, text.updates[0].html}) {
    EXPECT_THAT(html, Not(HasSubstr("onerror")));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("javascript:")));
  }
}

}  // namespace
}  // namespace signpost
