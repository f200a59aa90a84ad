// refusal_text.h - why a request was refused before anything looked at what it asks for.
// Tested by tests/unit/service/app_test.cc.
#pragma once

#include <string>

namespace signpost {

// One sentence for who sent it; `status` as in HTTP.
std::string refusal_detail(int status);

}  // namespace signpost
