// curl_handle.cc - see curl_handle.h.
#include "net/curl_handle.h"

#include <sys/socket.h>

#include <algorithm>
#include <cstring>

#include "base/error.h"

namespace signpost {
namespace {

curl_socket_t open_admitted(void* to, curlsocktype, curl_sockaddr* wanted) {
  GateWatch& watch = *static_cast<GateWatch*>(to);
  sockaddr_storage storage{};
  std::memcpy(&storage, &wanted->addr, std::min<size_t>(wanted->addrlen, sizeof storage));
  const bool is_internet = wanted->family == AF_INET || wanted->family == AF_INET6;
  if (!is_internet || !watch.gate->admits(address_of(storage))) {
    watch.refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(wanted->family, wanted->socktype | SOCK_CLOEXEC, wanted->protocol);
}

int is_cancelled(void* flag, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::atomic<bool>*>(flag)->load() ? 1 : 0;
}

}  // namespace

void start_curl() {
  static const CURLcode kStarted = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (kStarted != CURLE_OK) throw Error(ErrorKind::internal, "libcurl can't start");
}

EasyHandle new_curl_handle() {
  EasyHandle handle(curl_easy_init());
  if (!handle) throw Error(ErrorKind::internal, "libcurl can't start");
  return handle;
}

void append_line(CurlList& list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) throw Error(ErrorKind::internal, "libcurl has no memory");
  list.release();
  list.reset(longer);
}

ParsedUrl parse_curl_url(const std::string& url, const char* what_it_must_be) {
  ParsedUrl parsed(curl_url());
  if (!parsed) throw Error(ErrorKind::internal, "libcurl has no memory");
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK)
    throw Error(ErrorKind::usage, what_it_must_be);
  return parsed;
}

std::string part_of(const ParsedUrl& url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK) return std::string();
  std::string out(text);
  curl_free(text);
  return out;
}

std::string without_secrets(const ParsedUrl& url) {
  const ParsedUrl bare(curl_url_dup(url.get()));
  for (const CURLUPart part : {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_QUERY, CURLUPART_FRAGMENT}) {
    curl_url_set(bare.get(), part, nullptr, 0);
  }
  return part_of(bare, CURLUPART_URL);
}

void limit_time(CURL* handle, std::chrono::milliseconds deadline) {
  const auto milliseconds = static_cast<long>(std::max<int64_t>(1, deadline.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);  // there are other threads
  // A name server that is silent doesn't outlast the deadline.
  curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
}

void end_when(CURL* handle, const std::atomic<bool>* cancelled) {
  if (cancelled == nullptr) return;
  curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, is_cancelled);
  // The library gives it back as it is, and is_cancelled() only reads it.
  curl_easy_setopt(handle, CURLOPT_XFERINFODATA, const_cast<std::atomic<bool>*>(cancelled));
  curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
}

void set_gate(CURL* handle, GateWatch& watch) {
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_admitted);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &watch);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
}

std::string reason_of(CURLcode code, std::chrono::milliseconds deadline, const GateWatch& watch) {
  if (watch.refused && code == CURLE_COULDNT_CONNECT)
    return "its address may not be reached: it is no public one, or without TLS, and is not listed";
  if (code == CURLE_OPERATION_TIMEDOUT) return "no answer within " + std::to_string(deadline.count()) + " ms";
  return curl_easy_strerror(code);
}

}  // namespace signpost
