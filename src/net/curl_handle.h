// curl_handle.h - what both clients (http_client.h, smtp_client.h) need of libcurl: its start, its handles,
// limits of time, and the gate that the addresses of its connections pass. Only these three files know it.
// Tested by tests/unit/net/http_client_test.cc and smtp_client_test.cc.
#pragma once

#include <curl/curl.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>

#include "net/address_gate.h"

namespace signpost {

struct CurlDeleter {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using EasyHandle = std::unique_ptr<CURL, CurlDeleter>;
using CurlList = std::unique_ptr<curl_slist, CurlDeleter>;
using ParsedUrl = std::unique_ptr<CURLU, CurlDeleter>;

// Once in a process, however many threads come here first. Throws Error{internal}, as the others do.
void start_curl();
EasyHandle new_curl_handle();
void append_line(CurlList& list, const std::string& line);

// The scheme must be one of the library's that the caller has checked. Throws Error{usage} that doesn't
// repeat the URL, since there may be a password in it.
ParsedUrl parse_curl_url(const std::string& url, const char* what_it_must_be);
std::string part_of(const ParsedUrl& url, CURLUPart part);  // "" for none
// Without user, password, query and fragment.
std::string without_secrets(const ParsedUrl& url);

// From the call to the last byte, names and connections too.
void limit_time(CURL* handle, std::chrono::milliseconds deadline);

// Once it is true, what the handle does ends within about a second. It must outlive that; null: never.
void end_when(CURL* handle, const std::atomic<bool>* cancelled);

// What became of the addresses that the library wanted to connect to.
struct GateWatch {
  const AddressGate* gate;
  bool refused = false;  // one of them at least
};
// Asked of each address, whatever name led to it; and no proxy is asked, which would connect for us to
// whatever it likes. `watch` must outlive what the handle does.
void set_gate(CURL* handle, GateWatch& watch);

// Why it failed, without the name of the other side and without anything that it said.
std::string reason_of(CURLcode code, std::chrono::milliseconds deadline, const GateWatch& watch);

}  // namespace signpost
