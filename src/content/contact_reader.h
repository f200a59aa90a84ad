// contact_reader.h - reads the key `contact` of site.yaml.
// Tested by tests/unit/content/contact_settings_test.cc.
#pragma once

#include <string>

#include "content/contact_settings.h"

namespace YAML {
class Node;
}

namespace signpost {

class YamlErrors;

// The list of channels. A wrong one adds an error with its line, and is left out; a wrong value of one keeps
// the default. Names of calendars are only noted.
void read_contact(const YAML::Node& value, YamlErrors& errors, ContactSettings& settings);

// What depends on other keys, once all are read: the language of texts that name none, and the zone of
// channels that name none.
void settle(ContactSettings& settings, const std::string& default_language, const std::string& time_zone);

}  // namespace signpost
