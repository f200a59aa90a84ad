// body_template.h - the body that another system wants, as a file of JSON whose texts have places to fill.
// Tested by tests/unit/delivery/body_template_test.cc, and with those of packaging/deliveries by
// tests/e2e/help_desks.test.mjs.
#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "delivery/event_message.h"

namespace signpost {

// A place is "{{name|email|'a text'}}" within a text: the first of these that is not empty. They are filled
// in the parsed tree, so that nothing that a visitor writes can be more than a text. A member or an entry
// that is one place and nothing else goes when there is nothing to put in.
class BodyTemplate {
 public:
  // Throws Error{corrupt} that names `path` and the line: no JSON, a place that is not closed or asks for
  // what is no field of event_fields().
  BodyTemplate(std::string_view text, const std::string& path);

  std::string fill(const EventFields& fields) const;

 private:
  std::shared_ptr<const nlohmann::ordered_json> tree_;
};

// The same for one text, such as a header.
std::string fill_places(std::string_view text, const EventFields& fields);
// What is wrong with it; "" for nothing.
std::string fault_of_places(std::string_view text);

}  // namespace signpost
