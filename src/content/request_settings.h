// request_settings.h - what site.yaml says of the requests that people send: how long they are kept, and what
// staff did with them.
// Tested by tests/unit/content/site_test.cc.
#pragma once

namespace YAML {
class Node;
}

namespace signpost {

class YamlErrors;

struct RequestSettings {
  int retention_days = 90;  // after a request was closed
  int audit_days = 90;      // what staff did

  bool operator==(const RequestSettings&) const = default;
};

// Reads the value of the key `requests`: a map. A wrong one adds an error with its line and keeps that
// field's default.
void read_requests(const YAML::Node& value, YamlErrors& errors, RequestSettings& settings);

}  // namespace signpost
