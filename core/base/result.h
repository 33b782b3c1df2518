// SPDX-FileCopyrightText: The Respool authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace respool {

// What sort of thing went wrong. The numbers are stored in the database and never change meaning.
enum class ErrorCode {
    None = 0,
    Internal = 1,
    InvalidArgument = 2,   // the request itself makes no sense
    NotFound = 3,          // no such store, recording, job, file
    Refused = 4,           // held, active, not confirmed
    Conflict = 5,          // exists already, or changed in between
    Io = 10,               // a read or write failed
    NoSpace = 11,          // the volume is full
    PermissionDenied = 12, // the system says no
    Offline = 13,          // a store's root is not there
    Busy = 14,             // another process or job works on it
    Unsafe = 15,           // a path that would leave the store
    Database = 20,         // the database cannot be used
    NewerVersion = 21,     // written by a newer Respool
    Media = 30,            // a media file that cannot be read or written as asked
    Cancelled = 40,        // the user's word
    Interrupted = 41,      // the program closes; the work goes on later
    LeaseLost = 42,        // another worker owns the job now
    Crashed = 43,          // the process died under the job
    UnknownKind = 44,      // no such kind of job in this program
    BadPayload = 45,       // the job's arguments cannot be read
    Paused = 46,           // the user's word: the work goes on when it is resumed
};

// What went wrong: a code the edges turn into words, and an untranslated detail that names the
// thing and, where there is one, the cure.
struct Error
{
    ErrorCode code = ErrorCode::None;
    QString detail;
};

// Converts to any Result<T>, so that `return fail(...)` reads the same everywhere.
struct Failure
{
    Error error;
};

[[nodiscard]] inline Failure fail(ErrorCode code, QString detail = {})
{
    return {{code, std::move(detail)}};
}

// The subset of std::expected<T, Error> the house needs: libstdc++ 12 has none in C++20.
template <typename T = void>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {}
    Result(Failure failure)
        : m_state(std::in_place_index<1>, std::move(failure.error))
    {}

    explicit operator bool() const noexcept { return m_state.index() == 0; }

    const T &operator*() const & { return std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Failure failure)
        : m_error(std::move(failure.error))
        , m_failed(true)
    {}

    explicit operator bool() const noexcept { return !m_failed; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace respool

#define RESPOOL_CAT_(a, b) a##b
#define RESPOOL_CAT(a, b) RESPOOL_CAT_(a, b)

// TRY(expr): leave the function with the error of expr, if it has one.
#define TRY_(tmp, expr) \
    do { \
        if (auto &&tmp = (expr); !tmp) [[unlikely]] \
            return ::respool::Failure{tmp.error()}; \
    } while (false)
#define TRY(expr) TRY_(RESPOOL_CAT(tried_, __LINE__), expr)

// TRY_LET(auto x, expr): the same, and x is the value. Not a GNU statement expression, so MSVC
// takes it.
#define TRY_LET_(tmp, decl, ...) \
    auto tmp = (__VA_ARGS__); \
    if (!tmp) [[unlikely]] \
        return ::respool::Failure{tmp.error()}; \
    decl = *std::move(tmp)
#define TRY_LET(decl, ...) TRY_LET_(RESPOOL_CAT(tried_, __LINE__), decl, __VA_ARGS__)
