// incident_source.h - reads one file of incidents/: front matter that says what is wrong since when, and a
// body whose headings of the second level, each with its time, are the history. Tested by
// tests/unit/content/incident_source_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content/diagnostic.h"
#include "content/document.h"
#include "content/incident.h"
#include "content/parse.h"
#include "content/site.h"

namespace signpost {

// The body as it is meant, or escaped, where the renderer can't take it.
enum class BodyAs : uint8_t { markdown, plain };

struct IncidentSource {
  // Of the files of one incident each says a part: here all that this one says, with one text, and which keys
  // it says it by. What is wrong has no key. nullopt where the file is left out; a diagnostic says why.
  std::optional<Incident> incident;
  std::vector<std::string> keys;
  std::vector<std::string> assets;  // source paths of the pictures and downloads of its text
  std::vector<Diagnostic> diagnostics;
};

// `now`: seconds since 1970. Times without a zone are in the site's. Never throws on bad input.
IncidentSource parse_incident(const SourceInfo& info, const SourceFile& file, const Site& site,
                              const LinkResolver& links, BodyAs body, int64_t now);

}  // namespace signpost
