// help_server.h - the staff pages of a help centre as a program uses them: signing in, and finding.
// Tested by tests/unit/finder/help_server_test.cc.
#pragma once

#include <string>

#include "net/http_client.h"

namespace signpost {

// "https://help.example.com" of what somebody typed, with a path or "/" behind it or not. Throws Error{usage}
// for what is no address, has a user in it, or would carry a password unencrypted to another machine.
std::string server_origin(const std::string& typed);

// What somebody looks for.
struct FindWords {
  std::string text;
  std::string lang;  // of the customer; "" for the searcher's own
  std::string from;  // the code of the request that is answered; "" for none
};

class HelpServer {
 public:
  // `origin`: as server_origin() gives it. `language`: the searcher's own, "ko-KR"; "" for the server's.
  // `ca_file`: as HttpPost has it.
  explicit HelpServer(std::string origin, std::string language = "", std::string ca_file = "");

  // The token of a session. Throws Error{usage} where name or password is wrong, and where nobody can sign
  // in; Error{io} where it can't be asked, or has too much to do.
  std::string sign_in(const std::string& name, const std::string& password) const;

  // The JSON of its answer. Throws Error{usage} where the session has ended or is none.
  std::string find(const std::string& token, const FindWords& words) const;

  const std::string& origin() const { return origin_; }

 private:
  const std::string origin_;
  const std::string language_;
  const std::string ca_file_;
  const HttpClient client_;
};

// "ko-KR" of "ko_KR.UTF-8", as LC_MESSAGES and its like have it; "" of "C", and of null.
std::string language_of_locale(const char* locale);

}  // namespace signpost
